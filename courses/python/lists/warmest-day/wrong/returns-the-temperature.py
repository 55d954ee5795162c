# fails: three days; one day
# Returns the number itself, not its position.
def warmest_day(temperatures):
    if temperatures == []:
        return None
    return max(temperatures)
