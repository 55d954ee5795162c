def by_month(birthdays):
    """Return a dictionary from each month to the sorted names of people born in it."""
    months = {}
    # Put each name into the list of its month.
    return months
