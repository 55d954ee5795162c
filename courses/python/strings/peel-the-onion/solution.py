word = input()

peeled = word[1:-1]
size = len(peeled)

print(peeled)
print(size)
