def read_number(entry):
    """Return the whole number that was typed, or None."""
    # Try to turn the entry into a number.
