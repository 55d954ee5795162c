def advice(temperature, water):
    """Return a piece of advice for the lemon tree."""
    if temperature < 5:
        return "bring it in"
    elif water < 20:
        return "water it"
    elif water > 70:
        return "let it dry"
    else:
        return "all is well"
