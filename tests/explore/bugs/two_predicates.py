# Producers and consumers share one condition, and notify wakes a second consumer where the producer was meant.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import threading

changed = threading.Condition()
shelf = []


def bake():
    for loaf in ("rye", "wheat"):
        with changed:
            while len(shelf) == 1:
                changed.wait()
            shelf.append(loaf)
            changed.notify()


def buy():
    with changed:
        while not shelf:
            changed.wait()
        shelf.pop()
        changed.notify()


threads = [threading.Thread(target=target) for target in (buy, buy, bake)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("left", shelf)
