# fails: first is the middle; third is the middle
# Mixes up the middle one and the average.
def middle_time(a, b, c):
    return (a + b + c) / 3
