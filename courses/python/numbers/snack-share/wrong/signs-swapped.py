# fails: fourteen for four; fewer sweets than friends
# Mixes up // and %.
sweets = int(input())
friends = int(input())

each = sweets % friends
left_over = sweets // friends

print("each:", each)
print("left over:", left_over)
