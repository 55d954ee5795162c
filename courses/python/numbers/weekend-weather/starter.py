friday = float(input())
saturday = float(input())
sunday = float(input())

# Work out the average of the three numbers.
average = 0

print("average:", average)
