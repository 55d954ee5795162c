# fails: a negative number; spaces around it
# Believes that isdigit knows every number.
def read_number(entry):
    if entry is not None and entry.isdigit():
        return int(entry)
    return None
