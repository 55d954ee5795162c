def running_total(days):
    """Return a new list with the sum of all days so far, for each day."""
    totals = []
    total = 0
    for day in days:
        total += day
        totals.append(total)
    return totals
