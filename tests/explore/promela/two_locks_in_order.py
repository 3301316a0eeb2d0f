# N threads lock a and then b, K times each, and unlock in the order of locking.
# verdict: proved
# python: 3.14, 3.9, 3.14t
# model: two_locks_in_order.pml
# states: N=2 K=1: 18, N=2 K=2: 53, N=3 K=1: 56
# transitions: N=2 K=1: 20, N=2 K=2: 64, N=3 K=1: 72
import threading

N = 2
K = 1
a = threading.Lock()
b = threading.Lock()


def pass_through():
    for _ in range(K):
        a.acquire()
        b.acquire()
        a.release()
        b.release()


threads = [threading.Thread(target=pass_through) for _ in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all are through")
