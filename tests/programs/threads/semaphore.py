"""Semaphore and BoundedSemaphore: limits, timeouts, over-release, errors."""
import threading
import time

gate = threading.Semaphore(2)
inside, highest = 0, 0
guard = threading.Lock()


def visit():
    global inside, highest
    with gate:
        with guard:
            inside += 1
            highest = max(highest, inside)
        time.sleep(0.05)
        with guard:
            inside -= 1


threads = [threading.Thread(target=visit) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(inside, highest)
print(gate.acquire(), gate.acquire(), gate.acquire(blocking=False), gate.acquire(timeout=0.05))
gate.release(3)
print([gate.acquire(False) for _ in range(4)])
bounded = threading.BoundedSemaphore()
with bounded:
    print(bounded.acquire(blocking=False))
try:
    bounded.release()
except ValueError as problem:
    print(problem)
for test in (lambda: threading.Semaphore(-1), lambda: gate.release(0), lambda: gate.acquire(False, 1)):
    try:
        test()
    except ValueError as problem:
        print(problem)
