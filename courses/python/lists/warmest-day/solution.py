def warmest_day(temperatures):
    """Return the position of the warmest day, or None if there is none."""
    if temperatures == []:
        return None
    best = 0
    for index in range(len(temperatures)):
        if temperatures[index] > temperatures[best]:
            best = index
    return best
