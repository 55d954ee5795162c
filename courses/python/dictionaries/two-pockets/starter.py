def empty_pockets(left, right):
    """Return a new dictionary with the things of both pockets."""
    total = {}
    # Put the things of both pockets in.
    return total
