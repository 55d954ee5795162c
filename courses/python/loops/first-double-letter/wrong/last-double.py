# fails: balloon
# Goes on after the first pair and keeps the last one.
def first_double(word):
    word = word.lower()
    found = ""
    for index in range(len(word) - 1):
        if word[index] == word[index + 1]:
            found = word[index]
    return found
