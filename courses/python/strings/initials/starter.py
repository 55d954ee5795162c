first = input()
last = input()

# Build the initials out of the two names.
initials = ""

print(initials)
