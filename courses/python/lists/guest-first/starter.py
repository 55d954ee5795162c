def guest_first(queue, guest):
    """Return a new list with the guest at the front of the queue."""
    # Make a new list here and return it.
