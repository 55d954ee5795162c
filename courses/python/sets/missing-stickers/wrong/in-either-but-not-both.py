# fails: stickers of another album
# Uses ^, which also keeps numbers of other albums.
def missing(size, owned):
    return set(range(1, size + 1)) ^ set(owned)
