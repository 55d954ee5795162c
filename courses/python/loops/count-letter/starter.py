def count_letter(text, letter):
    """Return how often the letter occurs in the text."""
    count = 0
    # Go through the text and count.
    return count
