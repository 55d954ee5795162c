def share(pounds, people):
    """Return how much each person pays."""
    # Check the arguments first, then divide.
