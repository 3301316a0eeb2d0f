# N threads count without a lock, K times each; reading and storing the count are steps of their own.
# verdict: counterexample
# kinds: output
# python: 3.14, 3.9, 3.14t
# model: racy_counter.pml
# states: N=2 K=1: 12, N=2 K=2: 57, N=2 K=3: 195, N=3 K=1: 59, N=3 K=2: 904
# transitions: N=2 K=1: 14, N=2 K=2: 82, N=2 K=3: 310, N=3 K=1: 99, N=3 K=2: 1977
import threading

N = 2
K = 1
x = 0


def count():
    global x
    for _ in range(K):
        seen = int(x)
        x = seen + 1


threads = [threading.Thread(target=count) for _ in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("x", x)
