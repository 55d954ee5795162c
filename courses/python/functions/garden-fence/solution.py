def fence_length(width, length):
    """Return the length of a fence around a rectangular garden."""
    return 2 * (width + length)
