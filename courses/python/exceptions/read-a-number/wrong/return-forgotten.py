# fails: a number; a negative number
# Works the number out and does not return it.
def read_number(entry):
    try:
        number = int(entry)
    except (ValueError, TypeError):
        return None
