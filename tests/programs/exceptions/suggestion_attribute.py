"""An uncaught AttributeError that suggests an attribute."""


class Account:
    def __init__(self):
        self.balance = 100

    def deposit(self, amount):
        self.balnce += amount


account = Account()
print(account.balance)
account.deposit(5)
