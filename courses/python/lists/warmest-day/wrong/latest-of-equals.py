# fails: a cold week; all the same
# Takes the last of several equal days.
def warmest_day(temperatures):
    if temperatures == []:
        return None
    best = 0
    for index in range(len(temperatures)):
        if temperatures[index] >= temperatures[best]:
            best = index
    return best
