# N threads share a pool of M connections, K times each; the number in use is counted under a lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
# model: semaphore_pool.pml
# states: N=3 M=2 K=1: 194, N=3 M=2 K=2: 1053
# transitions: N=3 M=2 K=1: 336, N=3 M=2 K=2: 1908
# found: N=3 M=2 K=1: 290, N=3 M=2 K=2: 2199
# differs: who finds the semaphore at 0 stands in line in it, and must come back when told; in the model it has not moved
import threading

N = 3
M = 2
K = 1
free = threading.Semaphore(M)
mutex = threading.Lock()
in_use = 0


def work():
    global in_use
    for _ in range(K):
        free.acquire()
        mutex.acquire()
        in_use += 1
        assert in_use <= M
        mutex.release()
        mutex.acquire()
        in_use -= 1
        mutex.release()
        free.release()


threads = [threading.Thread(target=work) for _ in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("in use", in_use)
