def empty_pockets(left, right):
    """Return a new dictionary with the things of both pockets."""
    total = {}
    for pocket in [left, right]:
        for thing, number in pocket.items():
            total[thing] = total.get(thing, 0) + number
    return total
