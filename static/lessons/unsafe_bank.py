"""Two tellers pay into the same account at the same time, and some of the money is gone.

A teller reads the balance of the shop, and writes it back a moment later.
What the other teller wrote in between is overwritten.
"""
import threading
import time


class Account:
    def __init__(self, name: str, balance: int) -> None:
        self.name = name
        self.balance = balance


def transfer(source: Account, target: Account, amount: int) -> None:
    source.balance -= amount
    balance = target.balance  # read
    time.sleep(0)  # somebody else may work now
    target.balance = balance + amount  # write


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
if total < 200:
    print(f"{200 - total} are lost")
