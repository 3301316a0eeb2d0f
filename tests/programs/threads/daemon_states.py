"""daemon: inherited from the thread that creates, set before the start, refused after; daemons waiting at exit are cut."""
import threading
import time


def show():
    me = threading.current_thread()
    print(me.name, me.daemon, threading.Thread(name="child").daemon)


for daemon in (None, False, True):
    t = threading.Thread(target=show, name=f"daemon={daemon}", daemon=daemon)
    t.start()
    t.join()
    try:
        t.daemon = not t.daemon
        print("changed after the end", t.daemon)
    except RuntimeError as problem:
        print(problem)
t = threading.Thread(target=show)
t.daemon = True
print(t.daemon)
lock = threading.Lock()
event = threading.Event()


def wait_for_ever(what):
    try:
        print("waiting for", what.__name__)
        what()
    finally:
        print("never printed")


lock.acquire()
for what in (lock.acquire, event.wait, threading.Barrier(2).wait):
    threading.Thread(target=wait_for_ever, args=(what,), daemon=True).start()
    time.sleep(0.05)
print("alive", threading.active_count() - 1)
print("main ends, the daemons are cut")
