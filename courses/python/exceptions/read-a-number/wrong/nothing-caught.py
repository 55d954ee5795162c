# fails: a word; empty text; nothing typed
# Believes that int returns None by itself.
def read_number(entry):
    return int(entry)
