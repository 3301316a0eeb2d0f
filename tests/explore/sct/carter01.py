# Class B waits for the resource with the counting lock held, which class A needs to give the resource back.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
# schedules: 1
import threading

counting = threading.Lock()
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
    threading.Thread(target=use, args=("A", counting)),
    threading.Thread(target=use, args=("B", counting)),
    threading.Thread(target=idle),
    threading.Thread(target=idle),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("using", using)
