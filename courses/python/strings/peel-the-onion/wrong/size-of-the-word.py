# fails: onion; two letters
# Counts the letters before peeling.
word = input()

peeled = word[1:-1]
size = len(word)

print(peeled)
print(size)
