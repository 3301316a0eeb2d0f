"""A notify that comes before the wait is lost; a flag checked under the lock keeps it."""
import threading
import time

cond = threading.Condition()
flag = False
with cond:
    cond.notify()
    cond.notify_all()
with cond:
    print("woken:", cond.wait(timeout=0.1))


def set_flag():
    global flag
    with cond:
        flag = True
        cond.notify_all()


t = threading.Thread(target=set_flag)
t.start()
t.join()
with cond:
    while not flag:
        cond.wait()
    print("the flag was already set")
    print(cond.wait_for(lambda: flag, timeout=0.1))
calls = []


def predicate():
    calls.append(len(calls))
    return len(calls) >= 4


def notifier():
    for _ in range(6):
        time.sleep(0.05)
        with cond:
            cond.notify_all()


t = threading.Thread(target=notifier)
t.start()
with cond:
    print(cond.wait_for(predicate), calls)
t.join()
calls.clear()
with cond:
    print(cond.wait_for(lambda: calls.append(0), timeout=0.1), calls)
event = threading.Event()
event.set()
print("an event remembers:", event.wait(0.1))
semaphore = threading.Semaphore(0)
semaphore.release()
print("a semaphore counts:", semaphore.acquire(timeout=0.1), semaphore.acquire(timeout=0.05))
