left = input()
right = input()

# Let the two values change places here.

print("left:", left)
print("right:", right)
