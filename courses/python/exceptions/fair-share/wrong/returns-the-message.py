# fails: nobody there; negative bill
# Returns the message in place of raising an exception.
def share(pounds, people):
    if not isinstance(people, int):
        return "people must be a whole number"
    if people < 1:
        return "nobody is there to pay"
    if pounds < 0:
        return "a bill cannot be negative"
    return pounds / people
