"""Lock: acquire, release, locked, non-blocking, timeouts, with, errors."""
import threading
import time

lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(blocking=False), lock.acquire(timeout=0.05))
lock.release()
print(lock.locked())
with lock as value:
    print(value, lock.locked())
print(lock.locked())
for test in (lambda: lock.release(), lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-2), lambda: lock.acquire("x", "y")):
    try:
        print(test())
    except (RuntimeError, ValueError, TypeError) as problem:
        print(type(problem).__name__, problem)
total = 0


def add(times):
    global total
    for _ in range(times):
        with lock:
            before = total
            time.sleep(0)
            total = before + 1


workers = [threading.Thread(target=add, args=(25,)) for _ in range(4)]
for w in workers:
    w.start()
for w in workers:
    w.join()
print(total)
lock.acquire()
t = threading.Thread(target=lock.release)
t.start()
t.join()
print("released by another thread", lock.locked())
try:
    with lock:
        raise KeyError("inside")
except KeyError as problem:
    print(problem, lock.locked())
start = time.monotonic()
lock.acquire()
print(lock.acquire(timeout=0.2), 0.19 < time.monotonic() - start < 5)
