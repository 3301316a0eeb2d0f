# Two threads take two locks in opposite orders, once each.
# python: 3.14, 3.9, 3.14t
# traces: 3
# interleavings: 6
# outcomes: deadlock 1, ok 2
# outcomes by interleavings: deadlock 2, ok 4
# interleavings by preemptions: 0 2, 1 4
# minimal preemptions: deadlock 1
import threading

a = threading.Lock()
b = threading.Lock()


def forwards():
    with a:
        with b:
            pass


def backwards():
    with b:
        with a:
            pass


threads = [threading.Thread(target=forwards), threading.Thread(target=backwards)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("done")
