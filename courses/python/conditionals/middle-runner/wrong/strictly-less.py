# fails: two fast runners; two slow runners
# Forgets that two times can be the same.
def middle_time(a, b, c):
    if b < a < c or c < a < b:
        return a
    elif a < b < c or c < b < a:
        return b
    else:
        return c
