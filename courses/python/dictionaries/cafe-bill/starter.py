def bill(prices, order):
    """Return what all items of the order cost together."""
    total = 0
    # Look up the price of each item.
    return total
