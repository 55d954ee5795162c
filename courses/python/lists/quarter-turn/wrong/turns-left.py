# fails: a square; two rows of three
# Turns the picture to the left.
def quarter_turn(picture):
    turned = []
    if picture == []:
        return turned
    for column in range(len(picture[0]) - 1, -1, -1):
        new_row = []
        for row in picture:
            new_row.append(row[column])
        turned.append(new_row)
    return turned
