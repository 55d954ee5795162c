# fails: cold and dry; cold and wet
# Believes that the order of the questions does not matter.
def advice(temperature, water):
    if water < 20:
        return "water it"
    elif water > 70:
        return "let it dry"
    elif temperature < 5:
        return "bring it in"
    else:
        return "all is well"
