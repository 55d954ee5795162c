# fails: five apples; an earlier crate does not change
# Empties the crate that was already handed out.
def crates(apples, size):
    if size < 1:
        raise ValueError("a crate needs room")
    crate = []
    for apple in apples:
        crate.append(apple)
        if len(crate) == size:
            yield crate
            crate.clear()
    if crate:
        yield crate
