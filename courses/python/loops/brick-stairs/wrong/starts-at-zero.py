# fails: three steps; one step
# Starts with an empty line, because range starts at 0.
def print_stairs(height):
    for bricks in range(height):
        print("#" * bricks)
