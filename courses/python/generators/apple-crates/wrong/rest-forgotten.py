# fails: five apples; one large crate
# Hands out full crates only.
def crates(apples, size):
    if size < 1:
        raise ValueError("a crate needs room")
    crate = []
    for apple in apples:
        crate.append(apple)
        if len(crate) == size:
            yield crate
            crate = []
