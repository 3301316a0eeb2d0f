"""Condition.wait releases an RLock completely, whatever its depth, and restores it; a Condition over a Lock."""
import threading
import time

cond = threading.Condition()
log = []


def sleeper():
    with cond:
        with cond:
            with cond:
                log.append("waiting three levels deep")
                cond.wait()
                log.append("woken")
                time.sleep(0.1)
            log.append("two levels left")
        time.sleep(0.05)
        log.append("one level left")


t = threading.Thread(target=sleeper)
t.start()
time.sleep(0.05)
with cond:
    log.append("main got in")
    cond.notify()
    log.append("main still inside")
time.sleep(0.05)
print("main can take it:", cond.acquire(blocking=False))
with cond:
    log.append("main got in again")
t.join()
print(*log, sep="\n")
lock = threading.Lock()
plain = threading.Condition(lock)
with plain:
    print(lock.locked(), plain.acquire(blocking=False), plain.wait(0.05), lock.locked())
print(lock.locked())
other = threading.Condition(lock)
with other:
    try:
        threading.Condition(threading.Lock()).notify()
    except RuntimeError as problem:
        print(problem)


def foreign():
    for method in (cond.wait, cond.notify):
        try:
            method()
        except RuntimeError as problem:
            print(problem)


with cond:
    t = threading.Thread(target=foreign)
    t.start()
    t.join()
