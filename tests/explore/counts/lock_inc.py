# N threads each add one to x under a lock, K times.
# python: 3.14, 3.9, 3.14t
# traces: N=2 K=1: 2, N=3 K=1: 6, N=4 K=1: 24, N=5 K=1: 120, N=6 K=1: 720, N=7 K=1: 5040, N=2 K=2: 6, N=2 K=5: 252, N=2 K=10: 184756, N=3 K=2: 90, N=3 K=3: 1680, N=4 K=2: 2520
# formula: (NK)! / (K!)^N
# outcomes: x=NK in every one
import threading

N = 2
K = 1
x = 0
lock = threading.Lock()


def increment():
    global x
    for _ in range(K):
        with lock:
            x += 1


threads = [threading.Thread(target=increment) for _ in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("x", x)
