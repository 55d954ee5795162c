# fails: a spring weekend
# Leaves all the decimals.
friday = float(input())
saturday = float(input())
sunday = float(input())

average = (friday + saturday + sunday) / 3

print("average:", average)
