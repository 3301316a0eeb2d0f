# The readers are counted under a lock of their own.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

page = ["old", "old"]
writing = threading.Lock()
counting = threading.Lock()
readers = 0


def read():
    global readers
    with counting:
        if readers == 0:
            writing.acquire()
        readers += 1
    left = page[0].upper()
    right = page[1].upper()
    assert left == right, f"{left} {right}"
    with counting:
        readers -= 1
        if readers == 0:
            writing.release()


def write():
    with writing:
        page[0] = str("new")
        page[1] = str("new")


threads = [threading.Thread(target=target) for target in (write, read, read)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("page", page)
