# Each class has a counting lock of its own.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

counting_a = threading.Lock()
counting_b = threading.Lock()
resource = threading.Lock()
using = {"A": 0, "B": 0}


def use(kind, counting):
    with counting:
        using[kind] += 1
        if using[kind] == 1:
            resource.acquire()
    with counting:
        using[kind] -= 1
        if using[kind] == 0:
            resource.release()


def idle():
    pass


threads = [
    threading.Thread(target=use, args=("A", counting_a)),
    threading.Thread(target=use, args=("B", counting_b)),
    threading.Thread(target=idle),
    threading.Thread(target=idle),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("using", using)
