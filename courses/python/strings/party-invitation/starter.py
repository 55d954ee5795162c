guest = input()
hour = input()

# Tidy the name, then print the invitation.
