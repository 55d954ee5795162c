# fails: a hundred buses
# Stops at some point, because a loop without end looks wrong.
def bus_times(first, gap):
    for number in range(24):
        yield first + number * gap
