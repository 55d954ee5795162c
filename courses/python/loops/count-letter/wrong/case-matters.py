# fails: a in a sentence; capital letter wanted
# Forgets that a capital letter is another character.
def count_letter(text, letter):
    count = 0
    for character in text:
        if character == letter:
            count += 1
    return count
