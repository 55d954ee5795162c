# fails: two teas and a cake; decimals
# Goes through the prices, so each item counts only once.
def bill(prices, order):
    total = 0
    for item in prices:
        if item in order:
            total += prices[item]
    return total
