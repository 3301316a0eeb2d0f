# 7 threads change the number under another lock than the one that checks it.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.9, 3.14t
# schedules: 1
import threading

OTHERS = 7
data = 0
lock = threading.Lock()
other_lock = threading.Lock()


def add_and_check():
    global data
    with lock:
        before = data
        data += 1
        assert data == before + 1, f"{before} and one make {data}"


def add():
    global data
    with other_lock:
        data += 1


threads = [threading.Thread(target=add_and_check)] + [threading.Thread(target=add) for _ in range(OTHERS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("added")
