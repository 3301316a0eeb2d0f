# There is a condition for each of the two, with one lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

lock = threading.Lock()
has_space = threading.Condition(lock)
has_bread = threading.Condition(lock)
shelf = []


def bake():
    for loaf in ("rye", "wheat"):
        with has_space:
            while len(shelf) == 1:
                has_space.wait()
            shelf.append(loaf)
            has_bread.notify()


def buy():
    with has_bread:
        while not shelf:
            has_bread.wait()
        shelf.pop()
        has_space.notify()


threads = [threading.Thread(target=target) for target in (buy, buy, bake)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("left", shelf)
