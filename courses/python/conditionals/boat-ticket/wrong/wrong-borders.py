# fails: just 65; first paying birthday; around sixteen
# Reads 'under 5' as '5 and under', and so on.
def ticket_price(age):
    if age <= 5:
        return 0
    elif age <= 16:
        return 4
    elif age <= 65:
        return 9
    else:
        return 6
