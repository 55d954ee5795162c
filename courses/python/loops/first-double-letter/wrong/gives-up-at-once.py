# fails: balloon; double at the end
# Returns the empty text after the first comparison.
def first_double(word):
    word = word.lower()
    for index in range(len(word) - 1):
        if word[index] == word[index + 1]:
            return word[index]
        else:
            return ""
    return ""
