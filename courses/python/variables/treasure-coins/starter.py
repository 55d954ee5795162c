coins = int(input())

# Change coins here: one line for each thing that happens.

print("coins:", coins)
