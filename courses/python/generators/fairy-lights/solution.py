def lights(colours, times=1):
    """Hand out the colours in turn, again and again."""
    while colours:
        for colour in colours:
            for number in range(times):
                yield colour
