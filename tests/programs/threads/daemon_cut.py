"""A daemon thread is cut when the main thread ends: no finally, no more output."""
import threading
import time


def forever():
    try:
        n = 0
        while True:
            print("tick", n)
            n += 1
            time.sleep(0.1)
    finally:
        print("never printed")


threading.Thread(target=forever, daemon=True).start()
time.sleep(0.25)
print("main ends")
