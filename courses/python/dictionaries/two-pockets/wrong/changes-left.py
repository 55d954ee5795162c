# fails: the pockets stay as they were; a new dictionary each time
# Believes that assigning a dictionary copies it.
def empty_pockets(left, right):
    total = left
    for thing in right:
        total[thing] = total.get(thing, 0) + right[thing]
    return total
