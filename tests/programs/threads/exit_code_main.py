"""sys.exit in the main thread waits for foreground threads, then exits with its code."""
import atexit
import sys
import threading
import time


def work():
    try:
        time.sleep(0.15)
        print("work done")
        sys.exit(9)
    finally:
        print("finally of the thread")


atexit.register(print, "atexit")
threading.Thread(target=work).start()
print("main exits")
sys.exit(4)
