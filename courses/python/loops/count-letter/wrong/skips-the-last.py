# fails: last letter; nothing but that letter
# Stops one letter too early.
def count_letter(text, letter):
    count = 0
    for index in range(len(text) - 1):
        if text[index].lower() == letter.lower():
            count += 1
    return count
