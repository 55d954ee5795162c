def print_stairs(height):
    """Print stairs of the given height."""
    # Print one line for each step of the stairs.
