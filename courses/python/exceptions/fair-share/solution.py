def share(pounds, people):
    """Return how much each person pays."""
    if not isinstance(people, int):
        raise TypeError("people must be a whole number")
    if people < 1:
        raise ValueError("nobody is there to pay")
    if pounds < 0:
        raise ValueError("a bill cannot be negative")
    return pounds / people
