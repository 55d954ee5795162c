# fails: nothing in common; empty left pocket
# Looks only for things of the left pocket.
def empty_pockets(left, right):
    total = {}
    for thing in left:
        total[thing] = left[thing] + right.get(thing, 0)
    return total
