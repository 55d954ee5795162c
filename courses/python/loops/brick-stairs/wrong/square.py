# fails: three steps; five steps
# Prints the full width in each line.
def print_stairs(height):
    for bricks in range(height):
        print("#" * height)
