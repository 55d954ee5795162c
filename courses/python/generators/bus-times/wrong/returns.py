# fails: every ten minutes; only the first bus
# Believes that return can hand out several values.
def bus_times(first, gap):
    time = first
    while True:
        return time
        time += gap
