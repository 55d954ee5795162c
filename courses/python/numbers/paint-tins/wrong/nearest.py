# fails: kitchen wall; one metre too many
# Rounds to the nearest number of tins.
width = int(input())
height = int(input())

tins = round(width * height / 10)

print("tins:", tins)
