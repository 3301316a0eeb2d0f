# There is nothing at the beginning.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

ROUNDS = 2
number = 0
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
    global number
    for _ in range(ROUNDS):
        with lock:
            while number == 0:
                full.wait()
            number -= 1
            empty.notify()


threads = [threading.Thread(target=target) for target in (produce, consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("number", number)
