def shared(mine, yours):
    """Return a set of the hobbies that are in both lists."""
    return set(mine) & set(yours)
