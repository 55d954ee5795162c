def count_words(text):
    """Return a dictionary that says how often each word occurs."""
    counts = {}
    for piece in text.lower().split():
        word = piece.strip(".,!?")
        if word == "":
            continue
        if word not in counts:
            counts[word] = 0
        counts[word] += 1
    return counts
