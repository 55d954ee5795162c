sweets = int(input())
friends = int(input())

# Work these two out from sweets and friends.
each = 0
left_over = 0

print("each:", each)
print("left over:", left_over)
