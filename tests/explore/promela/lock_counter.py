# N threads count under a lock, K times each; reading and storing the count are steps of their own.
# verdict: proved
# python: 3.14, 3.9, 3.14t
# model: lock_counter.pml
# states: N=2 K=1: 16, N=2 K=2: 45, N=3 K=1: 44, N=3 K=2: 189
# transitions: N=2 K=1: 16, N=2 K=2: 48, N=3 K=1: 48, N=3 K=2: 216
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
