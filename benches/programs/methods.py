# Method calls on an instance, with attributes read and written inside.
import sys


class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, amount):
        self.balance += amount
        return self.balance


def deposits(n):
    account = Account()
    for amount in range(n):
        account.deposit(amount)
    return account.balance


print(deposits(int(sys.argv[1])))
