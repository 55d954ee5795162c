# fails: one unreadable slip; all readable
# Reads slips with int, which refuses decimals.
def sum_slips(slips):
    total = 0
    unreadable = 0
    for slip in slips:
        try:
            total += int(slip)
        except ValueError:
            unreadable += 1
    return total, unreadable
