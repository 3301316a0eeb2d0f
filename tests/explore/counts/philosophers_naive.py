# N philosophers eat one meal each, and everyone takes the left fork first.
# python: 3.14, 3.9, 3.14t
# traces: N=2: 3, N=3: 7, N=4: 15, N=5: 31
# formula: 2^N - 1, of which one is a deadlock
# interleavings: N=2: 6, N=3: 168, N=4: 98184, N=5: 66468720
# outcomes: N=3: deadlock 1, ok 6
# outcomes by interleavings: N=3: deadlock 6, ok 162
# interleavings by preemptions: N=3: 0 6, 1 51, 2 72, 3 21, 4 18
# minimal preemptions: N=3: deadlock 2
import threading

N = 3
fork = [threading.Lock() for _ in range(N)]


def dine(i):
    with fork[i]:
        with fork[(i + 1) % N]:
            pass


threads = [threading.Thread(target=dine, args=(i,)) for i in range(N)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all have eaten")
