# N philosophers eat one meal each, and everyone takes the fork with the lower number first.
# python: 3.14, 3.9, 3.14t
# traces: N=2: 2, N=3: 6, N=4: 14, N=5: 30
# formula: 2^N - 2, none of which is a deadlock
# interleavings: N=2: 2, N=3: 142, N=4: 64000, N=5: 49719072
import threading

N = 3
fork = [threading.Lock() for _ in range(N)]


def dine(low, high):
    with fork[low]:
        with fork[high]:
            pass


seats = [sorted([i, (i + 1) % N]) for i in range(N)]
threads = [threading.Thread(target=dine, args=seat) for seat in seats]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all have eaten")
