def may_climb(age, has_ticket, with_adult):
    """Return True if this person may climb, and False if not."""
    return has_ticket and (age >= 12 or with_adult)
