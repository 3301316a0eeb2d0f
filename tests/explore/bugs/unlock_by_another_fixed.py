# Only who got the lock gives it back.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

lock = threading.Lock()
saved = []


def autosave(name):
    if lock.acquire(blocking=False):
        try:
            saved.append(name)
        finally:
            lock.release()


threads = [threading.Thread(target=autosave, args=(name,)) for name in ("left", "right")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("saved", len(saved) > 0)
