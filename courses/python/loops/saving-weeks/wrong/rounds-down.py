# fails: a kite for twenty; one week too few
# Divides and forgets the last, started week.
def weeks_to_save(price, savings, per_week):
    if savings >= price:
        return 0
    return (price - savings) // per_week
