def sum_slips(slips):
    """Return the sum of the readable slips and the number of the others."""
    total = 0
    unreadable = 0
    for slip in slips:
        try:
            total += float(slip)
        except ValueError:
            unreadable += 1
    return total, unreadable
