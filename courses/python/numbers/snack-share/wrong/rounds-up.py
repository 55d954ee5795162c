# fails: fourteen for four; a whole school
# Rounds to the nearest number, so there are not enough sweets.
sweets = int(input())
friends = int(input())

each = round(sweets / friends)
left_over = sweets - each * friends

print("each:", each)
print("left over:", left_over)
