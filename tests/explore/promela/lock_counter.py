# N threads count under a lock, K times each; reading and storing the count are steps of their own.
# verdict: proved
# python: 3.14, 3.9, 3.14t
# model: lock_counter.pml
# states: N=2 K=1: 8, N=2 K=2: 21, N=3 K=1: 20, N=3 K=2: 81
# transitions: N=2 K=1: 8, N=2 K=2: 24, N=3 K=1: 24, N=3 K=2: 108
import threading

N = 2
K = 1
x = 0
mutex = threading.Lock()


def count():
    global x
    for _ in range(K):
        mutex.acquire()
        seen = int(x)
        x = seen + 1
        mutex.release()


threads = [threading.Thread(target=count) for _ in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("x", x)
