def ticket_price(age):
    """Return the price of the boat trip in pounds."""
    # Which group does this age belong to?
