# Writer j sets a[j] to a[j - 1] + 1 while a reader goes down from a[N] to the first zero.
# python: 3.14t
# traces: N=2: 5, N=3: 12, N=4: 28, N=5: 64, N=6: 144, N=10: 3328, N=13: 32768, N=15: 147456
# formula: (N+3) * 2^(N-2)
# interleavings: N=4: 44300, N=5: 3487880, N=6: 416108000
import threading

N = 2
a = [0] * (N + 1)


def read():
    i = N
    while a[i] != 0:
        i -= 1


def write(j):
    a[j] = a[j - 1] + 1


threads = [threading.Thread(target=read)]
threads += [threading.Thread(target=write, args=(j,)) for j in range(1, N + 1)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("a", a)
