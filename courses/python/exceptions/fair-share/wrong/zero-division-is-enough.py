# fails: nobody there; fewer than nobody
# Relies on Python's own error, which is another one.
def share(pounds, people):
    if not isinstance(people, int):
        raise TypeError("people must be a whole number")
    if pounds < 0:
        raise ValueError("a bill cannot be negative")
    return pounds / people
