# Deposits and withdrawals each have a lock, but they change the same balance.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

balance = 100
depositing = threading.Lock()
withdrawing = threading.Lock()


def deposit(amount):
    global balance
    with depositing:
        balance = balance + int(amount)


def withdraw(amount):
    global balance
    with withdrawing:
        balance = balance - int(amount)


threads = [threading.Thread(target=deposit, args=("50",)), threading.Thread(target=withdraw, args=("30",))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert balance == 120, balance
print("balance", balance)
