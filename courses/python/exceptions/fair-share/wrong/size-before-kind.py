# fails: number of people as text; half a person
# Compares before checking the kind of value.
def share(pounds, people):
    if people < 1:
        raise ValueError("nobody is there to pay")
    if pounds < 0:
        raise ValueError("a bill cannot be negative")
    return pounds / people
