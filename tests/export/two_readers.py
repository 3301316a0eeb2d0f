# Two readers look for the same item and both take it. Each line begins with a check that another thread can outdate.
import threading

stock = {"bolt": 3, "nut": 5}
taken = []


def take(key: str) -> None:
    if key in stock:
        taken.append(stock.pop(key))


readers = [threading.Thread(target=take, args=("bolt",), name=name) for name in ("Ada", "Bob")]
for reader in readers:
    reader.start()
for reader in readers:
    reader.join()
print(taken, sorted(stock))
