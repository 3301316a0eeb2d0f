# One producer and one consumer with a buffer of SIZE places: two counting semaphores and a lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
# model: producer_consumer.pml
# states: SIZE=1 K=2: 17, SIZE=2 K=3: 55
# transitions: SIZE=1 K=2: 16, SIZE=2 K=3: 80
# found: SIZE=1 K=2: 34, SIZE=2 K=3: 89
# differs: who finds the semaphore at 0 stands in line in it, and must come back when told; in the model it has not moved
import threading

SIZE = 1
K = 2
places = threading.Semaphore(SIZE)
items = threading.Semaphore(0)
mutex = threading.Lock()
stored = []


def produce():
    for _ in range(K):
        places.acquire()
        mutex.acquire()
        stored.append("item")
        mutex.release()
        items.release()


def consume():
    for _ in range(K):
        items.acquire()
        mutex.acquire()
        stored.pop()
        mutex.release()
        places.release()


threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("stored", stored)
