def weeks_to_save(price, savings, per_week):
    """Return after how many weeks the savings reach the price."""
    weeks = 0
    # Let week after week go by until it is enough.
    return weeks
