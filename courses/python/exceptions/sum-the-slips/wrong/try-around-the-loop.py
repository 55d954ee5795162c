# fails: one unreadable slip; bad slip first; bad slips in between
# Puts the loop inside the try, so the first bad slip ends it.
def sum_slips(slips):
    total = 0
    unreadable = 0
    try:
        for slip in slips:
            total += float(slip)
    except ValueError:
        unreadable += 1
    return total, unreadable
