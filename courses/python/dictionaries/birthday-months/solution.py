def by_month(birthdays):
    """Return a dictionary from each month to the sorted names of people born in it."""
    months = {}
    for name in sorted(birthdays):
        month = birthdays[name]
        if month == "":
            continue
        if month not in months:
            months[month] = []
        months[month].append(name)
    return months
