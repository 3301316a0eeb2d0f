# The second reader believes that the first has locked the writer out, while the first still waits for the writer.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

page = ["old", "old"]
writing = threading.Lock()
readers = 0


def read():
    global readers
    readers += 1
    if readers == 1:
        writing.acquire()
    left = page[0].upper()
    right = page[1].upper()
    assert left == right, f"{left} {right}"
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
