# Philosophers who eat one meal; everyone takes the fork with the lower number first.
# verdict: proved
# python: 3.14, 3.9, 3.14t
# model: philosophers_ordered.pml
# states: N=2: 16, N=3: 72, N=4: 320, N=5: 1424
# transitions: N=2: 16, N=3: 116, N=4: 704, N=5: 3976
import threading

N = 3
fork = [threading.Lock() for _ in range(N)]


def philosopher(low, high):
    low.acquire()
    high.acquire()
    high.release()
    low.release()


seats = [sorted([i, (i + 1) % N]) for i in range(N)]
threads = [threading.Thread(target=philosopher, args=(fork[low], fork[high])) for low, high in seats]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all have eaten")
