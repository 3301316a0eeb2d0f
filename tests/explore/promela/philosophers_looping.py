# Philosophers who think and eat for ever; everyone takes the left fork first.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
# model: philosophers_looping.pml
# states: N=3: 35, N=4: 118, N=5: 392, N=6: 1297
# transitions: N=3: 75, N=4: 340, N=5: 1415, N=6: 5622
import threading

N = 3
fork = [threading.Lock() for _ in range(N)]


def philosopher(left, right):
    while True:
        left.acquire()
        right.acquire()
        right.release()
        left.release()


threads = [threading.Thread(target=philosopher, args=(fork[i], fork[(i + 1) % N])) for i in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
