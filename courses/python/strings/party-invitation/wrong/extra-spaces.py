# fails: invite Ana; invite Ben
# Forgets that print puts a space between its arguments.
guest = input().strip()
hour = input()

print("Dear", guest, ", the party starts at", hour, "!")
