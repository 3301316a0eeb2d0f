# Philosophers who eat one meal; a waiter, which is a semaphore, lets all but one sit down.
# verdict: proved
# python: 3.14, 3.9, 3.14t
# model: philosophers_waiter.pml
# states: N=3: 299, N=4: 2244, N=5: 15902
# transitions: N=3: 621, N=4: 6468, N=5: 58430
import threading

N = 3
fork = [threading.Lock() for _ in range(N)]
chairs = threading.Semaphore(N - 1)


def philosopher(left, right):
    chairs.acquire()
    left.acquire()
    right.acquire()
    right.release()
    left.release()
    chairs.release()


threads = [threading.Thread(target=philosopher, args=(fork[i], fork[(i + 1) % N])) for i in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all have eaten")
