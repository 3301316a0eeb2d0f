# The token goes round in order, or so the checker believes; each step can come at any time.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
# schedules: 2
import threading

x1, x2, x3 = 1, 2, 1
passed1 = passed2 = passed3 = False
atomic = threading.Lock()


def first():
    global x1, passed1
    with atomic:
        x1 = (x3 + 1) % 4
        passed1 = True


def second():
    global x2, passed2
    with atomic:
        x2 = x1
        passed2 = True


def third():
    global x3, passed3
    with atomic:
        x3 = x2
        passed3 = True


def check():
    with atomic:
        if passed1 and passed2 and passed3:
            assert x1 == x2 == x3, (x1, x2, x3)


threads = [threading.Thread(target=target) for target in (first, second, third, check)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("the token has gone round")
