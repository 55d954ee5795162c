# fails: three steps; one step; five steps
# Believes that range includes its end.
def print_stairs(height):
    for bricks in range(1, height):
        print("#" * bricks)
