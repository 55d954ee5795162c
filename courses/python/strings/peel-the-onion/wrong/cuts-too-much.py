# fails: onion; three letters
# Believes that the end of a slice belongs to the part that is kept.
word = input()

peeled = word[1:-2]
size = len(peeled)

print(peeled)
print(size)
