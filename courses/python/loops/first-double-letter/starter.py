def first_double(word):
    """Return the first letter that stands twice in a row, or an empty text."""
    # Compare each letter with the one after it.
