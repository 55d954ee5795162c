def quarter_turn(picture):
    """Return a new picture, turned a quarter to the right."""
    turned = []
    if picture == []:
        return turned
    for column in range(len(picture[0])):
        new_row = []
        for row in reversed(picture):
            new_row.append(row[column])
        turned.append(new_row)
    return turned
