def read_number(entry):
    """Return the whole number that was typed, or None."""
    try:
        return int(entry)
    except (ValueError, TypeError):
        return None
