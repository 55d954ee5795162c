# fails: each twice; four colours, three times
# Hands out each colour once, whatever times says.
def lights(colours, times=1):
    while colours:
        for colour in colours:
            yield colour
