# fails: one sentence; capital letters
# Sets the count anew in place of adding to it.
def count_words(text):
    counts = {}
    for piece in text.lower().split():
        word = piece.strip(".,!?")
        if word != "":
            counts[word] = 1
    return counts
