# fails: two colours; one colour
# Goes through the list once and ends.
def lights(colours, times=1):
    for colour in colours:
        for number in range(times):
            yield colour
