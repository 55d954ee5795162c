def crates(apples, size):
    """Hand out the apples in crates, which are lists of the given size."""
    # Fill a crate apple by apple; yield it when it is full.
    yield []
