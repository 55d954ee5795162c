# fails: a child; a small child
# Believes that the first fitting if stops the ones after it.
def ticket_price(age):
    price = 6
    if age < 5:
        price = 0
    if age < 16:
        price = 4
    if age < 65:
        price = 9
    return price
