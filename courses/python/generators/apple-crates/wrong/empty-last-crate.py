# fails: crates just full; no apples
# Hands out the last crate also when it is empty.
def crates(apples, size):
    if size < 1:
        raise ValueError("a crate needs room")
    crate = []
    for apple in apples:
        crate.append(apple)
        if len(crate) == size:
            yield crate
            crate = []
    yield crate
