# fails: Amara Lund; already capitals
# Forgets the full stop after the second letter.
first = input()
last = input()

initials = first[0].upper() + "." + last[0].upper()

print(initials)
