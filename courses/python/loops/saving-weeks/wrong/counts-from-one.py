# fails: enough already; a kite for twenty
# Starts counting at 1.
def weeks_to_save(price, savings, per_week):
    weeks = 1
    while savings < price:
        savings += per_week
        weeks += 1
    return weeks
