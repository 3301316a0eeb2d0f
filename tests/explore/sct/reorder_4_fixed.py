# With 3 setters and a checker, both assignments and the look at them are under a lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

SETTERS = 3
CHECKERS = 1
a = b = 0
lock = threading.Lock()


def set_both():
    global a, b
    with lock:
        a = 1
        b = -1


def check():
    with lock:
        assert (a == 0 and b == 0) or (a == 1 and b == -1), "half set"


threads = [threading.Thread(target=set_both) for _ in range(SETTERS)]
threads += [threading.Thread(target=check) for _ in range(CHECKERS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("a", a, "b", b)
