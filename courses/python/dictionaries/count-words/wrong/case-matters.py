# fails: one sentence; punctuation; capital letters
# Forgets that 'The' and 'the' are the same word.
def count_words(text):
    counts = {}
    for piece in text.split():
        word = piece.strip(".,!?")
        if word != "":
            counts[word] = counts.get(word, 0) + 1
    return counts
