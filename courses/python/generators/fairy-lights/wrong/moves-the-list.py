# fails: the list stays as it was
# Turns the list it was given like a wheel.
def lights(colours, times=1):
    while colours:
        colour = colours.pop(0)
        colours.append(colour)
        for number in range(times):
            yield colour
