"""The traceback of an exception raised in methods, with a multi-line call."""


class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"{self.owner} has only {self.balance}, not {amount}")
        self.balance -= amount
        return self

    def transfer(self, other, amount):
        self.withdraw(amount)
        other.balance += amount


class Bank:
    def __init__(self, *accounts):
        self.accounts = {a.owner: a for a in accounts}

    def move(self, source, target, amount):
        return self.accounts[source].transfer(
            self.accounts[target],
            amount,
        )


bank = Bank(Account("ana", 50), Account("bo", 10))
bank.move("ana", "bo", 30)
print(bank.accounts["bo"].balance)
bank.move(
    "ana",
    "bo",
    amount=30,
)
