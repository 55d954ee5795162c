coins = int(input())

coins = coins + 7
coins = coins * 2
coins = coins - 3

print("coins:", coins)
