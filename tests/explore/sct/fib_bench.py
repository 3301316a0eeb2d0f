# Two numbers grow as fast as Fibonacci's when the threads take turns, and reach the bound.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

ROUNDS = 3
i = j = 1


def add_j():
    global i
    for _ in range(ROUNDS):
        i += j


def add_i():
    global j
    for _ in range(ROUNDS):
        j += i


threads = [threading.Thread(target=target) for target in (add_j, add_i)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert max(i, j) < 21, (i, j)
print("within bounds")
