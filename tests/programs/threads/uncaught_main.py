"""The main thread dies of an exception while a foreground thread goes on: exit code 1, the thread's output complete."""
import threading
import time


def work():
    for i in range(3):
        time.sleep(0.1)
        print("work", i)


def main():
    threading.Thread(target=work).start()
    time.sleep(0.05)
    print("main is about to fail")
    raise ValueError("main failed")


try:
    main()
finally:
    print("cleaning up in main")
