first = input()
last = input()

initials = f"{first[0]}.{last[0]}.".upper()

print(initials)
