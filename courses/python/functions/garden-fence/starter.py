def fence_length(width, length):
    """Return the length of a fence around a rectangular garden."""
    # Work out the length here and return it.
