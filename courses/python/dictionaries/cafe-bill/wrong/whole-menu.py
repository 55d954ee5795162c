# fails: an item on the house; empty order
# Adds up the price list and does not look at the order.
def bill(prices, order):
    return sum(prices.values())
