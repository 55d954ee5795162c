class Robot:
    """A robot that mows a square lawn."""

    def __init__(self, size):
        # Store the size and where the robot starts.
        pass

    def turn_right(self):
        """Turn a quarter to the right."""

    def forward(self):
        """Move one place ahead, or raise ValueError at the edge."""

    def follow(self, orders):
        """Carry out a text of orders, such as "FRF"."""
