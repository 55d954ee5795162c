def warmest_day(temperatures):
    """Return the position of the warmest day, or None if there is none."""
    # Remember the position of the warmest day so far.
