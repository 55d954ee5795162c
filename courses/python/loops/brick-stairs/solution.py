def print_stairs(height):
    """Print stairs of the given height."""
    for bricks in range(1, height + 1):
        print("#" * bricks)
