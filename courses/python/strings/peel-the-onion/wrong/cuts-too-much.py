# fails: onion; three letters
# Believes that the end of a slice still belongs to it, or takes one more away to be safe.
word = input()

peeled = word[1:-2]
size = len(peeled)

print(peeled)
print(size)
