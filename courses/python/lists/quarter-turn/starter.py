def quarter_turn(picture):
    """Return a new picture, turned a quarter to the right."""
    turned = []
    # Build the new rows one by one.
    return turned
