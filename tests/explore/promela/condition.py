# N consumers wait on a condition until the producer has put an item for each; everybody is notified.
# verdict: proved
# python: 3.14, 3.9, 3.14t
# model: condition.pml
# states: N=2: 102, N=3: 665
# transitions: N=2: 164, N=3: 1345
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
