class PiggyBank:
    """A piggy bank that belongs to somebody."""

    def __init__(self, owner):
        self.owner = owner
        self.balance = 0

    def add(self, amount):
        """Put money in."""
        self.balance += amount

    def empty(self):
        """Take all the money out and return the amount."""
        amount = self.balance
        self.balance = 0
        return amount
