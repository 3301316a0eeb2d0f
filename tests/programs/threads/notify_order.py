"""Condition.notify wakes waiters in the order in which they began to wait; notify(n); a timed-out waiter is skipped."""
import threading
import time

cond = threading.Condition()
woken = []


def waiter(n, timeout=None):
    with cond:
        result = cond.wait(timeout)
        woken.append((n, result))


def start(*waiters):
    threads = []
    for w in waiters:
        t = threading.Thread(target=waiter, args=w)
        t.start()
        threads.append(t)
        time.sleep(0.05)
    return threads


def notify(n):
    with cond:
        cond.notify(n)
    time.sleep(0.05)


threads = start((0,), (1,), (2,), (3,))
notify(1)
print(woken)
notify(1)
print(woken)
notify(2)
print(sorted(woken[2:]))
woken.clear()
threads += start((4, 0.1), (5,))
time.sleep(0.1)
print(woken)
notify(1)
print(woken)
notify(3)
for t in threads:
    t.join()
print(len(woken))
