def bill(prices, order):
    """Return what all items of the order cost together."""
    total = 0
    for item in order:
        if item in prices:
            total += prices[item]
    return total
