# fails: two in May; one person
# Forgets that a key holds only one value, so a list is needed.
def by_month(birthdays):
    months = {}
    for name, month in birthdays.items():
        if month != "":
            months[month] = name
    return months
