# One writer and N readers of the same variable: each reader sees the old value or the new one.
# python: 3.14t
# traces: N=2: 4, N=4: 16, N=8: 256, N=10: 1024, N=13: 8192, N=16: 65536
# formula: 2^N
# interleavings: (N+1)!
import threading

N = 2
x = 0


def write():
    global x
    x = 42


def read():
    x


threads = [threading.Thread(target=write)] + [threading.Thread(target=read) for _ in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("x", x)
