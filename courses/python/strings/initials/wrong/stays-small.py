# fails: Amara Lund; all small letters
# Takes the letters as they were typed.
first = input()
last = input()

initials = first[0] + "." + last[0] + "."

print(initials)
