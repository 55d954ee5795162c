# fails: ten coins; no coins at the start
# Doubles before the coins are found.
coins = int(input())

coins = coins * 2
coins = coins + 7
coins = coins - 3

print("coins:", coins)
