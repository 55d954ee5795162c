# fails: two rows of three; one row
# Believes that there are as many columns as rows.
def quarter_turn(picture):
    size = len(picture)
    turned = []
    for column in range(size):
        new_row = []
        for row in range(size - 1, -1, -1):
            new_row.append(picture[row][column])
        turned.append(new_row)
    return turned
