# With 9 setters and a checker, a checker may look between the two assignments of the first setter.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.9, 3.14t
# schedules: 6
import threading

SETTERS = 9
CHECKERS = 1
a = b = 0


def set_both():
    global a, b
    a = 1
    b = -1


def check():
    assert (a == 0 and b == 0) or (a == 1 and b == -1), "half set"


threads = [threading.Thread(target=set_both) for _ in range(SETTERS)]
threads += [threading.Thread(target=check) for _ in range(CHECKERS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("a", a, "b", b)
