sweets = int(input())
friends = int(input())

each = sweets // friends
left_over = sweets % friends

print("each:", each)
print("left over:", left_over)
