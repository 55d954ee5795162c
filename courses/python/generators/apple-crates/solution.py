def crates(apples, size):
    """Hand out the apples in crates, which are lists of the given size."""
    if size < 1:
        raise ValueError("a crate needs room")
    crate = []
    for apple in apples:
        crate.append(apple)
        if len(crate) == size:
            yield crate
            crate = []
    if crate:
        yield crate
