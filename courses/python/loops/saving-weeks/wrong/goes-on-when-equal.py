# fails: exactly enough after two weeks; exactly enough now
# Believes that the savings must be more than the price.
def weeks_to_save(price, savings, per_week):
    weeks = 0
    while savings <= price:
        savings += per_week
        weeks += 1
    return weeks
