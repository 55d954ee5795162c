# fails: two in May; all in one month
# Keeps the names in the order in which they were entered.
def by_month(birthdays):
    months = {}
    for name, month in birthdays.items():
        if month != "":
            months.setdefault(month, []).append(name)
    return months
