# fails: kitchen wall; a tiny wall
# Believes that // rounds up.
width = int(input())
height = int(input())

tins = width * height // 10

print("tins:", tins)
