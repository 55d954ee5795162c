# fails: three days
# Resets the sum on every day.
def running_total(days):
    totals = []
    for day in days:
        total = 0
        total += day
        totals.append(total)
    return totals
