# fails: one unreadable slip; nothing readable
# Skips bad slips and forgets to count them.
def sum_slips(slips):
    total = 0
    unreadable = 0
    for slip in slips:
        try:
            total += float(slip)
        except ValueError:
            pass
    return total, unreadable
