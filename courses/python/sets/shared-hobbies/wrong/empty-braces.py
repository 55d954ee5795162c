# fails: nothing in common; empty list
# Believes that {} is the empty set, but it is a dictionary.
def shared(mine, yours):
    both = {}
    for hobby in mine:
        if hobby in yours:
            both = set(both) | {hobby}
    return both
