# A thread that did not get the lock gives it back all the same, and the owner finds it open.
# verdict: counterexample
# kinds: exception RuntimeError
# python: 3.14, 3.9, 3.14t
import threading

lock = threading.Lock()
saved = []


def autosave(name):
    got_it = lock.acquire(blocking=False)
    try:
        if got_it:
            saved.append(name)
    finally:
        if lock.locked():
            lock.release()


threads = [threading.Thread(target=autosave, args=(name,)) for name in ("left", "right")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("saved", len(saved) > 0)
