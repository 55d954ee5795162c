friday = float(input())
saturday = float(input())
sunday = float(input())

average = round((friday + saturday + sunday) / 3, 1)

print("average:", average)
