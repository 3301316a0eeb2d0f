"""Condition: wait, notify, notify_all, wait_for, timeouts, errors without the lock."""
import threading
import time

cond = threading.Condition()
items, log = [], []


def consumer(name):
    with cond:
        while not items:
            cond.wait()
        log.append((name, items.pop(0)))


threads = []
for i in range(3):
    t = threading.Thread(target=consumer, args=(f"c{i}",))
    t.start()
    threads.append(t)
    time.sleep(0.05)
for v in "xyz":
    with cond:
        items.append(v)
        cond.notify()
    time.sleep(0.05)
for t in threads:
    t.join()
print(log)
with cond:
    print(cond.wait(timeout=0.05), cond.wait_for(lambda: False, timeout=0.05), cond.wait_for(lambda: 7))
for test in (lambda: cond.wait(), lambda: cond.notify(), lambda: cond.notify_all(), lambda: cond.release()):
    try:
        test()
    except RuntimeError as problem:
        print(problem)
ready = False
woken = []


def waiter(n):
    with cond:
        cond.wait_for(lambda: ready)
        woken.append(n)


threads = [threading.Thread(target=waiter, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
time.sleep(0.1)
with cond:
    ready = True
    cond.notify_all()
    print(woken)
for t in threads:
    t.join()
print(sorted(woken))
with cond:
    cond.notify(5)
    with cond:
        print("re-entered")
