# The 19 writers and the reader run one after another.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

WRITERS = 19
data1 = data2 = 0
lock1 = threading.Lock()
lock2 = threading.Lock()


def write():
    global data1, data2
    with lock1:
        data1 = 1
    with lock2:
        data2 = data1 + 1


def read():
    with lock1:
        if data1 == 0:
            return
        seen1 = data1
    with lock2:
        seen2 = data2
    assert seen2 == seen1 + 1, f"{seen1} and {seen2}"


threads = [threading.Thread(target=write) for _ in range(WRITERS)] + [threading.Thread(target=read)]
for thread in threads:
    thread.start()
    thread.join()
print("data", data1, data2)
