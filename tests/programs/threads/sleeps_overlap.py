"""Sleeping threads overlap: together they take as long as the longest; a chain of joins; polling with is_alive."""
import threading
import time


def timed(f):
    start = time.monotonic()
    f()
    return round(time.monotonic() - start, 1)


def together():
    threads = [threading.Thread(target=time.sleep, args=(0.1 * n,)) for n in (1, 2, 3)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


def one_by_one():
    for n in (1, 2):
        t = threading.Thread(target=time.sleep, args=(0.1 * n,))
        t.start()
        t.join()


def polling():
    t = threading.Thread(target=time.sleep, args=(0.3,))
    t.start()
    polls = 0
    while t.is_alive():
        t.join(0.1)
        polls += 1
    print("polls", 3 <= polls <= 4)


def join_timeout():
    t = threading.Thread(target=time.sleep, args=(0.3,))
    t.start()
    print(timed(lambda: t.join(0.1)), t.is_alive(), timed(t.join), t.is_alive(), timed(lambda: t.join(5)))


print(timed(together), timed(one_by_one), timed(polling), timed(join_timeout))
event, lock, cond = threading.Event(), threading.Lock(), threading.Condition()
lock.acquire()
with cond:
    print(timed(lambda: event.wait(0.2)), timed(lambda: lock.acquire(timeout=0.2)), timed(lambda: cond.wait(0.2)), timed(lambda: threading.Semaphore(0).acquire(timeout=0.2)))
