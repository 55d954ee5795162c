def weeks_to_save(price, savings, per_week):
    """Return after how many weeks the savings reach the price."""
    weeks = 0
    while savings < price:
        savings += per_week
        weeks += 1
    return weeks
