# fails: birthdays stay as they were
# Tidies the dictionary it was given.
def by_month(birthdays):
    for name in list(birthdays):
        if birthdays[name] == "":
            del birthdays[name]
    months = {}
    for name in sorted(birthdays):
        months.setdefault(birthdays[name], []).append(name)
    return months
