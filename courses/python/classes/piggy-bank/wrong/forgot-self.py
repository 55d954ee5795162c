# fails: money goes in; emptied
# Sets a local variable in place of the object's attribute.
class PiggyBank:
    def __init__(self, owner):
        self.owner = owner
        self.balance = 0

    def add(self, amount):
        balance = self.balance
        balance += amount

    def empty(self):
        amount = self.balance
        self.balance = 0
        return amount
