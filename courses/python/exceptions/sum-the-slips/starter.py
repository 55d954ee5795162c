def sum_slips(slips):
    """Return the sum of the readable slips and the number of the others."""
    total = 0
    unreadable = 0
    # Go through the slips one by one.
    return total, unreadable
