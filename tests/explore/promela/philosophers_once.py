# Philosophers who eat one meal; everyone takes the left fork first.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
# model: philosophers_once.pml
# states: N=2: 19, N=3: 87, N=4: 391, N=5: 1743
# transitions: N=2: 22, N=3: 153, N=4: 924, N=5: 5155
import threading

N = 3
fork = [threading.Lock() for _ in range(N)]


def philosopher(left, right):
    left.acquire()
    right.acquire()
    right.release()
    left.release()


threads = [threading.Thread(target=philosopher, args=(fork[i], fork[(i + 1) % N])) for i in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all have eaten")
