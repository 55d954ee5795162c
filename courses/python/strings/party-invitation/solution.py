guest = input().strip()
hour = input()

print(f"Dear {guest}, the party starts at {hour}!")
