# N threads each read x and store x + 1, K times, as two steps.
# python: 3.14t
# traces: N=2 K=1: 4, N=3 K=1: 36, N=4 K=1: 576, N=5 K=1: 14400, N=2 K=2: 34, N=2 K=3: 328, N=2 K=4: 3334, N=2 K=5: 34904, N=3 K=2: 7134
# formula: (N!)^2 for K = 1
# interleavings: N=2 K=1: 6, N=3 K=1: 90, N=4 K=1: 2520, N=5 K=1: 113400, N=2 K=2: 70, N=2 K=3: 924, N=2 K=4: 12870, N=2 K=5: 184756, N=3 K=2: 34650
# outcomes: N=2 K=1: x=1 2, x=2 2; N=2 K=2: x=2 12, x=3 16, x=4 6; N=2 K=3: x=2 2, x=3 82, x=4 134, x=5 90, x=6 20; N=3 K=1: x=1 12, x=2 18, x=3 6; N=3 K=2: x=2 1422, x=3 2790, x=4 2112, x=5 720, x=6 90
# outcomes by interleavings: N=2 K=1: x=1 4, x=2 2; N=2 K=2: x=2 32, x=3 32, x=4 6; N=2 K=3: x=2 8, x=3 300, x=4 416, x=5 180, x=6 20; N=3 K=1: x=1 48, x=2 36, x=3 6; N=3 K=2: x=2 10428, x=3 15180, x=4 7512, x=5 1440, x=6 90
# interleavings by preemptions: N=2 K=1: 0 2, 1 2, 2 2; N=2 K=2: 0 2, 1 6, 2 18, 3 18, 4 18, 5 6, 6 2; N=3 K=1: 0 6, 1 18, 2 36, 3 30
# minimal preemptions: N=2 K=1: x=1 1; N=2 K=2: x=2 1, x=3 2; N=2 K=3: x=2 4, x=3 1, x=4 2, x=5 2; N=3 K=1: any loss 1; N=3 K=2: any loss 1
import threading

N = 2
K = 1
x = 0


def increment():
    global x
    for _ in range(K):
        v = x
        x = v + 1


threads = [threading.Thread(target=increment) for _ in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("x", x)
