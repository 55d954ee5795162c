# fails: apples without end
# Believes that everything has a length and can be sliced.
def crates(apples, size):
    if size < 1:
        raise ValueError("a crate needs room")
    for start in range(0, len(apples), size):
        yield list(apples[start : start + size])
