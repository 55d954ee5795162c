# fails: nothing typed
# Catches ValueError and forgets TypeError.
def read_number(entry):
    try:
        return int(entry)
    except ValueError:
        return None
