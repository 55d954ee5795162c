# fails: no double letter; one letter
# Looks for a neighbour of the last letter, which has none.
def first_double(word):
    word = word.lower()
    for index in range(len(word)):
        if word[index] == word[index + 1]:
            return word[index]
    return ""
