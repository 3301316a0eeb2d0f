"""Order at exit: main ends, foreground threads are joined, then atexit functions, last registered first."""
import atexit
import threading
import time


class Noisy:
    def __del__(self):
        print("del at the end")


def late(name):
    time.sleep(0.1)
    print("thread", name)


@atexit.register
def first():
    print("atexit first registered")


atexit.register(print, "atexit with", "args", sep="-")
atexit.register(late, "called by atexit")
gone = atexit.register(lambda: print("unregistered"))
atexit.unregister(gone)
threading.Thread(target=late, args=("foreground",)).start()
keep = Noisy()
print("main ends")
