def missing(size, owned):
    """Return a set of the sticker numbers that are still missing."""
    # Begin with all places of the album.
