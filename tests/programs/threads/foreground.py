"""A foreground thread goes on after the main thread has ended."""
import threading
import time


def slow():
    for i in range(3):
        time.sleep(0.1)
        print("slow", i, threading.main_thread().is_alive())


threading.Thread(target=slow).start()
time.sleep(0.05)
print("main ends")
