def middle_time(a, b, c):
    """Return the middle one of three times."""
    # Compare the three times here.
