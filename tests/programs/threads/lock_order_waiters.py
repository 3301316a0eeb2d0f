"""Threads that wait for a lock get it in the order in which they came."""
import threading
import time

lock = threading.Lock()
order = []


def worker(n):
    with lock:
        order.append(n)
        time.sleep(0.02)


for kind in (threading.Lock, threading.RLock):
    lock = kind()
    order.clear()
    lock.acquire()
    threads = []
    for n in range(5):
        t = threading.Thread(target=worker, args=(n,))
        t.start()
        threads.append(t)
        time.sleep(0.05)
    print("waiting", order)
    lock.release()
    for t in threads:
        t.join()
    print(kind.__name__, order)
semaphore = threading.Semaphore(0)
order.clear()


def taker(n):
    semaphore.acquire()
    order.append(n)


threads = []
for n in range(4):
    t = threading.Thread(target=taker, args=(n,))
    t.start()
    threads.append(t)
    time.sleep(0.05)
for _ in range(4):
    semaphore.release()
    time.sleep(0.05)
for t in threads:
    t.join()
print("semaphore", order)
