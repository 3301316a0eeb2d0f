# Each station waits for the one before it.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

x1, x2, x3 = 1, 2, 1
passed1 = threading.Event()
passed2 = threading.Event()
passed3 = threading.Event()


def first():
    global x1
    x1 = (x3 + 1) % 4
    passed1.set()


def second():
    global x2
    passed1.wait()
    x2 = x1
    passed2.set()


def third():
    global x3
    passed2.wait()
    x3 = x2
    passed3.set()


def check():
    if passed1.is_set() and passed2.is_set() and passed3.is_set():
        assert x1 == x2 == x3, (x1, x2, x3)


threads = [threading.Thread(target=target) for target in (first, second, third, check)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("the token has gone round")
