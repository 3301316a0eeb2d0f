# The basket has a re-entrant lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading


class Basket:
    def __init__(self):
        self.lock = threading.RLock()
        self.items = []

    def add(self, item):
        with self.lock:
            self.items.append(item)

    def add_pair(self, item):
        with self.lock:
            self.add(item)
            self.add(item)


basket = Basket()
threads = [
    threading.Thread(target=basket.add, args=("pear",)),
    threading.Thread(target=basket.add_pair, args=("egg",)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(basket.items))
