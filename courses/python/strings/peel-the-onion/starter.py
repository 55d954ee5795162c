word = input()

# Peel the word and count what is left.
peeled = word
size = 0

print(peeled)
print(size)
