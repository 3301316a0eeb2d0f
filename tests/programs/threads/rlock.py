"""RLock: taken again by its owner, errors for others, release count."""
import threading

lock = threading.RLock()
print(lock.acquire(), lock.acquire(), lock.acquire(blocking=False))
answers = []


def other():
    answers.append(lock.acquire(blocking=False))
    answers.append(lock.acquire(timeout=0.05))
    try:
        lock.release()
    except RuntimeError as problem:
        answers.append(str(problem))


def run(target):
    t = threading.Thread(target=target)
    t.start()
    t.join()


run(other)
print(answers)
for _ in range(3):
    lock.release()
answers.clear()


def taker():
    answers.append(lock.acquire(blocking=False))
    lock.release()


run(taker)
print(answers)
try:
    lock.release()
except RuntimeError as problem:
    print(problem)
with lock:
    with lock:
        print("twice")
print(type(lock).__name__, type(threading.Lock()).__name__)


def recursive(n):
    with lock:
        return 0 if n == 0 else 1 + recursive(n - 1)


print(recursive(20))
