# fails: a spring weekend; below zero
# Uses the division that throws decimals away.
friday = float(input())
saturday = float(input())
sunday = float(input())

average = round((friday + saturday + sunday) // 3, 1)

print("average:", average)
