# fails: edge of the lawn; off the lawn at zero
# Changes the position before checking it.
DIRECTIONS = ["north", "east", "south", "west"]


class Robot:
    def __init__(self, size):
        self.size = size
        self.x = 0
        self.y = 0
        self.facing = "north"

    def turn_right(self):
        self.facing = DIRECTIONS[(DIRECTIONS.index(self.facing) + 1) % 4]

    def forward(self):
        self.x += {"east": 1, "west": -1}.get(self.facing, 0)
        self.y += {"north": 1, "south": -1}.get(self.facing, 0)
        if self.x not in range(self.size) or self.y not in range(self.size):
            raise ValueError("off the lawn")

    def follow(self, orders):
        for order in orders.upper():
            if order == "F":
                self.forward()
            elif order == "R":
                self.turn_right()
