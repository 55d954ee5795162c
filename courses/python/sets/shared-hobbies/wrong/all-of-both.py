# fails: chess for both; nothing in common
# Takes everything that is in either list.
def shared(mine, yours):
    return set(mine) | set(yours)
