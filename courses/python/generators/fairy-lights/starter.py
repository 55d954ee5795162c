def lights(colours, times=1):
    """Hand out the colours in turn, again and again."""
    # Yield each colour, and begin again after the last one.
    yield "dark"
