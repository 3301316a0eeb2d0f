# Each number becomes one more than the other, and taking turns leads to the bound.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

ROUNDS = 3
i, j = 3, 6


def follow_j():
    global i
    for _ in range(ROUNDS):
        i = j + 1


def follow_i():
    global j
    for _ in range(ROUNDS):
        j = i + 1


threads = [threading.Thread(target=target) for target in (follow_j, follow_i)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert max(i, j) < 2 * ROUNDS + 6, (i, j)
print("within bounds")
