# The checker knows that it may come last.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

data = 0
lock = threading.Lock()


def add_one():
    global data
    with lock:
        data += 1


def add_two():
    global data
    with lock:
        data += 2


def check():
    with lock:
        assert data <= 3, data


threads = [threading.Thread(target=target) for target in (add_one, add_two, check)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("data", data)
