# fails: a spring weekend; the same every day
# Forgets that division comes before addition.
friday = float(input())
saturday = float(input())
sunday = float(input())

average = round(friday + saturday + sunday / 3, 1)

print("average:", average)
