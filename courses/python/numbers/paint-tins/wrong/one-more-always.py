# fails: exactly two tins; nothing to paint
# Adds a tin also when the last one is just enough.
width = int(input())
height = int(input())

tins = width * height // 10 + 1

print("tins:", tins)
