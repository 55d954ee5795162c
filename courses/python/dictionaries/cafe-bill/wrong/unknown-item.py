# fails: an item on the house; empty price list
# Believes that an unknown key gives 0.
def bill(prices, order):
    total = 0
    for item in order:
        total += prices[item]
    return total
