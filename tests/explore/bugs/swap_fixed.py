# The exchange is done under a lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

shelf = ["cup", "jug"]
hands = threading.Lock()


def polish(thing):
    return thing.strip()


def swap(i, j):
    with hands:
        shelf[i], shelf[j] = polish(shelf[j]), polish(shelf[i])


threads = [threading.Thread(target=swap, args=(0, 1)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert sorted(shelf) == ["cup", "jug"], shelf
print(shelf)
