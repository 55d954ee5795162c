def middle_time(a, b, c):
    """Return the middle one of three times."""
    if b <= a <= c or c <= a <= b:
        return a
    elif a <= b <= c or c <= b <= a:
        return b
    else:
        return c
