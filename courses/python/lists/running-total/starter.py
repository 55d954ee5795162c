def running_total(days):
    """Return a new list with the sum of all days so far, for each day."""
    totals = []
    # Go through the days and fill the list.
    return totals
