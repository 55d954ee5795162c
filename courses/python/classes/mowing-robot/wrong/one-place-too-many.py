# fails: edge of the lawn
# Allows the place number size, which is already off the lawn.
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
        x = self.x + {"east": 1, "west": -1}.get(self.facing, 0)
        y = self.y + {"north": 1, "south": -1}.get(self.facing, 0)
        if x < 0 or y < 0 or x > self.size or y > self.size:
            raise ValueError("off the lawn")
        self.x = x
        self.y = y

    def follow(self, orders):
        for order in orders.upper():
            if order == "F":
                self.forward()
            elif order == "R":
                self.turn_right()
