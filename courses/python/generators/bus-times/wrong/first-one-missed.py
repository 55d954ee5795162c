# fails: every ten minutes; from minute zero
# Adds the gap before handing out the first time.
def bus_times(first, gap):
    time = first
    while True:
        time += gap
        yield time
