def missing(size, owned):
    """Return a set of the sticker numbers that are still missing."""
    return set(range(1, size + 1)) - set(owned)
