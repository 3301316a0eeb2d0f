# One checking thread and 7 others use the same lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

OTHERS = 7
data = 0
lock = threading.Lock()


def add_and_check():
    global data
    with lock:
        before = data
        data += 1
        assert data == before + 1, f"{before} and one make {data}"


def add():
    global data
    with lock:
        data += 1


threads = [threading.Thread(target=add_and_check)] + [threading.Thread(target=add) for _ in range(OTHERS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("added")
