# fails: a in a sentence; last letter
# Returns inside the loop, after the first letter.
def count_letter(text, letter):
    count = 0
    for character in text.lower():
        if character == letter.lower():
            count += 1
        return count
    return count
