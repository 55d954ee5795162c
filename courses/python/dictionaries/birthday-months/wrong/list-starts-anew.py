# fails: two in May; all in one month
# Makes a new list for every name.
def by_month(birthdays):
    months = {}
    for name, month in sorted(birthdays.items()):
        if month != "":
            months[month] = []
            months[month].append(name)
    return months
