# The 10 setters and 10 checkers run one after another.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

SETTERS = 10
CHECKERS = 10
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
    thread.join()
print("a", a, "b", b)
