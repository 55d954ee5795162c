def bus_times(first, gap):
    """Hand out the minutes at which a bus leaves, without end."""
    time = first
    while True:
        yield time
        time += gap
