DIRECTIONS = ["north", "east", "south", "west"]


class Robot:
    """A robot that mows a square lawn."""

    def __init__(self, size):
        self.size = size
        self.x = 0
        self.y = 0
        self.facing = "north"

    def turn_right(self):
        """Turn a quarter to the right."""
        position = DIRECTIONS.index(self.facing)
        self.facing = DIRECTIONS[(position + 1) % len(DIRECTIONS)]

    def forward(self):
        """Move one place ahead, or raise ValueError at the edge."""
        x = self.x
        y = self.y
        if self.facing == "north":
            y += 1
        elif self.facing == "south":
            y -= 1
        elif self.facing == "east":
            x += 1
        else:
            x -= 1
        if x < 0 or y < 0 or x >= self.size or y >= self.size:
            raise ValueError("off the lawn")
        self.x = x
        self.y = y

    def follow(self, orders):
        """Carry out a text of orders, such as "FRF"."""
        for order in orders.upper():
            if order == "F":
                self.forward()
            elif order == "R":
                self.turn_right()
