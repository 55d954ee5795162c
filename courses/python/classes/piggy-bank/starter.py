class PiggyBank:
    """A piggy bank that belongs to somebody."""

    def __init__(self, owner):
        # Store the owner and the balance in self.
        pass

    def add(self, amount):
        """Put money in."""

    def empty(self):
        """Take all the money out and return the amount."""
