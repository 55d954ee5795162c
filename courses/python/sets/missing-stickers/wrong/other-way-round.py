# fails: three missing; an empty album
# Takes the album away from the stickers.
def missing(size, owned):
    return set(owned) - set(range(1, size + 1))
