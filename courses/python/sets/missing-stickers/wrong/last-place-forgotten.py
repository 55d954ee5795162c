# fails: three missing; only the last one missing
# Believes that range includes its end.
def missing(size, owned):
    return set(range(1, size)) - set(owned)
