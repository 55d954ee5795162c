# fails: the list stays as it was
# Works in the list it was given.
def running_total(days):
    for index in range(1, len(days)):
        days[index] += days[index - 1]
    return days
