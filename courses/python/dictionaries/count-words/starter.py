def count_words(text):
    """Return a dictionary that says how often each word occurs."""
    counts = {}
    # Get the words out of the text, tidy each one, and count it.
    return counts
