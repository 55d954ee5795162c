def shared(mine, yours):
    """Return a set of the hobbies that are in both lists."""
    # Make sets of the lists and compare them.
