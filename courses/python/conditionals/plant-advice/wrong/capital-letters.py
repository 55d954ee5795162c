# fails: dry tree; happy tree
# Believes that upper and lower case do not matter in a text.
def advice(temperature, water):
    if temperature < 5:
        return "Bring it in"
    elif water < 20:
        return "Water it"
    elif water > 70:
        return "Let it dry"
    else:
        return "All is well"
