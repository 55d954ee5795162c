# fails: two rows of three; a square
# Swaps rows and columns, which mirrors the picture.
def quarter_turn(picture):
    turned = []
    if picture == []:
        return turned
    for column in range(len(picture[0])):
        new_row = []
        for row in picture:
            new_row.append(row[column])
        turned.append(new_row)
    return turned
