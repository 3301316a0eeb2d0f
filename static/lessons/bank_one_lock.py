"""The same bank with one lock for all of it: only one teller at a time may move money.

Nothing is lost any more. The price: tellers wait for each other even when their accounts have nothing to do with
each other.
"""
import threading
import time


class Account:
    def __init__(self, name: str, balance: int) -> None:
        self.name = name
        self.balance = balance


bank_lock = threading.Lock()


def transfer(source: Account, target: Account, amount: int) -> None:
    with bank_lock:
        source.balance -= amount
        balance = target.balance
        time.sleep(0)  # others may run now, but they find the lock taken
        target.balance = balance + amount


home = Account("home", 100)
work = Account("work", 100)
shop = Account("shop", 0)

tellers = [
    threading.Thread(target=transfer, args=(home, shop, 30), name="Ana"),
    threading.Thread(target=transfer, args=(work, shop, 50), name="Bo"),
]
for teller in tellers:
    teller.start()
for teller in tellers:
    teller.join()

total = home.balance + work.balance + shop.balance
print(f"home {home.balance}, work {work.balance}, shop {shop.balance}: {total} of 200")
