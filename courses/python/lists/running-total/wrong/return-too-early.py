# fails: three days; a day of rest
# Puts the return inside the loop, so it ends after the first item.
def running_total(days):
    totals = []
    total = 0
    for day in days:
        total += day
        totals.append(total)
        return totals
    return totals
