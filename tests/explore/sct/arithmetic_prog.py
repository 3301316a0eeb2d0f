# The sum is claimed not to be what a sum of the first numbers always is.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

ROUNDS = 3
number = total = 0
finished = False
lock = threading.Lock()
empty = threading.Condition(lock)
full = threading.Condition(lock)


def produce():
    global number
    for _ in range(ROUNDS):
        with lock:
            while number > 0:
                empty.wait()
            number += 1
            full.notify()


def consume():
    global number, total, finished
    for value in range(ROUNDS):
        with lock:
            while number == 0:
                full.wait()
            total += value
            number -= 1
            empty.notify()
    total += ROUNDS
    finished = True


threads = [threading.Thread(target=target) for target in (produce, consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
if finished:
    assert total != ROUNDS * (ROUNDS + 1) // 2, total
print("total", total)
