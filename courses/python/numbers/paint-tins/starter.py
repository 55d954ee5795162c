width = int(input())
height = int(input())

# Work out how many tins are needed.
tins = 0

print("tins:", tins)
