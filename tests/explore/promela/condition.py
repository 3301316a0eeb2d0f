# N consumers wait on a condition until the producer has put an item for each; everybody is notified.
# verdict: proved
# python: 3.14, 3.9, 3.14t
# model: condition.pml
# states: N=2: 78, N=3: 521
# transitions: N=2: 126, N=3: 1081
# found: N=2: 75, N=3: 527
# differs: threading.Condition keeps its waiters in order, and who waits has one lock there for itself; the model has flags
import threading

N = 2
items = []
filled = threading.Condition(threading.Lock())


def consume():
    filled.acquire()
    while not items:
        filled.wait()
    items.pop()
    filled.release()


def produce():
    for _ in range(N):
        filled.acquire()
        items.append("item")
        filled.notify_all()
        filled.release()


threads = [threading.Thread(target=consume) for _ in range(N)] + [threading.Thread(target=produce)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("left", items)
