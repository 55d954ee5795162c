# fails: one coin; no coins at the start
# Works the example out by hand.
coins = int(input())

coins = 31

print("coins:", coins)
