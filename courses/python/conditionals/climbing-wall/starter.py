def may_climb(age, has_ticket, with_adult):
    """Return True if this person may climb, and False if not."""
    # Put the rules together here.
