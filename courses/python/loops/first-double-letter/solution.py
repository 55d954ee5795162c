def first_double(word):
    """Return the first letter that stands twice in a row, or an empty text."""
    word = word.lower()
    for index in range(len(word) - 1):
        if word[index] == word[index + 1]:
            return word[index]
    return ""
