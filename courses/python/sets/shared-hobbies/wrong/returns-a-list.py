# fails: chess for both; written twice
# Builds a list, in which things can occur twice.
def shared(mine, yours):
    both = []
    for hobby in mine:
        if hobby in yours:
            both.append(hobby)
    return both
