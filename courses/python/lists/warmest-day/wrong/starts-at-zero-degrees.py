# fails: a cold week
# Believes that every temperature is above zero.
def warmest_day(temperatures):
    if temperatures == []:
        return None
    best = 0
    highest = 0
    for index in range(len(temperatures)):
        if temperatures[index] > highest:
            best = index
            highest = temperatures[index]
    return best
