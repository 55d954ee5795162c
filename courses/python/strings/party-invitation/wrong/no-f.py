# fails: invite Ana
# Forgets the f in front of the text.
guest = input().strip()
hour = input()

print("Dear {guest}, the party starts at {hour}!")
