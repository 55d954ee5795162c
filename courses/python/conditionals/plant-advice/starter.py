def advice(temperature, water):
    """Return a piece of advice for the lemon tree."""
    # Ask the most important question first.
