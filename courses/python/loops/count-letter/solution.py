def count_letter(text, letter):
    """Return how often the letter occurs in the text."""
    count = 0
    for character in text.lower():
        if character == letter.lower():
            count += 1
    return count
