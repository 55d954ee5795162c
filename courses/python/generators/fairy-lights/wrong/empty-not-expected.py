# fails: no lights; no lights, three times
# Forgets that the list may be empty.
def lights(colours, times=1):
    index = 0
    while True:
        for number in range(times):
            yield colours[index]
        index = (index + 1) % len(colours)
