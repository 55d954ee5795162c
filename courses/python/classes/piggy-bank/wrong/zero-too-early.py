# fails: emptied; emptied twice
# Sets the balance to 0 before reading it.
class PiggyBank:
    def __init__(self, owner):
        self.owner = owner
        self.balance = 0

    def add(self, amount):
        self.balance += amount

    def empty(self):
        self.balance = 0
        return self.balance
