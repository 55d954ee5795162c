# fails: exactly on the borders
# Treats 'below' as 'at most' and 'above' as 'at least'.
def advice(temperature, water):
    if temperature <= 5:
        return "bring it in"
    elif water <= 20:
        return "water it"
    elif water >= 70:
        return "let it dry"
    else:
        return "all is well"
