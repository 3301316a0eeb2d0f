"""A lock for each account lets tellers work side by side, until two of them wait for each other.

Ana locks home and then wants shop. Bo locks shop and then wants home.
When both have their first lock, neither can ever get the second.
"""
import threading


class Account:
    def __init__(self, name: str, balance: int) -> None:
        self.name = name
        self.balance = balance
        self.lock = threading.Lock()


def transfer(teller: str, source: Account, target: Account, amount: int) -> None:
    with source.lock:
        print(f"{teller} has locked {source.name}")
        with target.lock:
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
