# fails: the picture stays as it was
# Reverses the rows in the list it was given.
def quarter_turn(picture):
    turned = []
    if picture == []:
        return turned
    picture.reverse()
    for column in range(len(picture[0])):
        new_row = []
        for row in picture:
            new_row.append(row[column])
        turned.append(new_row)
    return turned
