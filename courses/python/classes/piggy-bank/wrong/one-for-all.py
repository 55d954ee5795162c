# fails: two piggy banks
# Stores the balance on the class, so all piggy banks share it.
class PiggyBank:
    balance = 0

    def __init__(self, owner):
        self.owner = owner

    def add(self, amount):
        PiggyBank.balance += amount

    def empty(self):
        amount = PiggyBank.balance
        PiggyBank.balance = 0
        return amount
