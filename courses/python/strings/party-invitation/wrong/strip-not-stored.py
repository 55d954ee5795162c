# fails: spaces around the name; spaces around a long name
# Believes that strip changes the text itself.
guest = input()
hour = input()

guest.strip()
print(f"Dear {guest}, the party starts at {hour}!")
