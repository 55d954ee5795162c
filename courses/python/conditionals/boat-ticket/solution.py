def ticket_price(age):
    """Return the price of the boat trip in pounds."""
    if age < 5:
        return 0
    elif age < 16:
        return 4
    elif age < 65:
        return 9
    else:
        return 6
