# fails: Amara Lund; very short names
# Believes that the first letter has the number 1.
first = input()
last = input()

initials = f"{first[1]}.{last[1]}.".upper()

print(initials)
