# fails: second is the middle; every order
# Thinks of rising order only.
def middle_time(a, b, c):
    if b <= a <= c:
        return a
    elif a <= b <= c:
        return b
    else:
        return c
