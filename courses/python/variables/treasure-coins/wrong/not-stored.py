# fails: ten coins; the variable itself
# Believes that a calculation changes the variable by itself.
coins = int(input())

coins + 7
coins * 2
coins - 3

print("coins:", coins)
