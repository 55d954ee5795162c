# fails: scarf and helmet; variables after the swap
# Believes that both lines happen at the same moment.
left = input()
right = input()

left = right
right = left

print("left:", left)
print("right:", right)
