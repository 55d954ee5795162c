# fails: the same letters again; three letters
# Removes every letter that looks like the first or the last one.
word = input()

peeled = word
if word != "":
    peeled = word.replace(word[0], "").replace(word[-1], "")
size = len(peeled)

print(peeled)
print(size)
