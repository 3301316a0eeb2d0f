"""atexit and threads: registered in a thread, thread started late, daemon cut, order kept."""
import atexit
import threading
import time


def last_words(who):
    print("atexit of", who, "in", threading.current_thread().name, threading.active_count())


def worker():
    atexit.register(last_words, "worker")
    threading.Thread(target=late, name="late").start()
    time.sleep(0.1)
    print("worker ends")


def late():
    time.sleep(0.2)
    print("late thread ends")


def daemon():
    atexit.register(last_words, "daemon")
    time.sleep(60)
    print("never")


atexit.register(last_words, "main")
threading.Thread(target=daemon, daemon=True).start()
time.sleep(0.05)
threading.Thread(target=worker).start()
time.sleep(0.05)
print("main ends")
