import math

width = int(input())
height = int(input())

tins = math.ceil(width * height / 10)

print("tins:", tins)
