# fails: coins in both
# Believes that update adds the numbers.
def empty_pockets(left, right):
    total = left.copy()
    total.update(right)
    return total
