"""A lock for each account again, but everybody takes the locks in the same order: by the account's name.

Whoever holds the lock of home may wait for shop. Nobody who holds shop ever waits for home, so no circle can form.
"""
import threading


class Account:
    def __init__(self, name: str, balance: int) -> None:
        self.name = name
        self.balance = balance
        self.lock = threading.Lock()


def transfer(teller: str, source: Account, target: Account, amount: int) -> None:
    first, second = (source, target) if source.name < target.name else (target, source)
    with first.lock:
        print(f"{teller} has locked {first.name}")
        with second.lock:
            source.balance -= amount
            target.balance += amount
    print(f"{teller} is done")


home = Account("home", 100)
shop = Account("shop", 100)

tellers = [
    threading.Thread(target=transfer, args=("Ana", home, shop, 30), name="Ana"),
    threading.Thread(target=transfer, args=("Bo", shop, home, 50), name="Bo"),
]
for teller in tellers:
    teller.start()
for teller in tellers:
    teller.join()
print(f"home {home.balance}, shop {shop.balance}")
