# N - 1 threads set a and then b, while a checker reads a and b and records what it saw.
# python: 3.14t
# traces: N=3: 36, N=5: 14400
# outcomes: N=3: bad 16, ok 20; N=5: bad 4608, ok 9792
# outcomes by interleavings: N=3: bad 72, ok 138; N=5: bad 131760, ok 284040
# interleavings by preemptions: N=3: 0 6, 1 24, 2 62, 3 80, 4 38; N=5: 0 120, 1 1440, 2 9480, 3 39360, 4 103680, 5 157920, 6 103800
# minimal preemptions: N=3: bad 2; N=5: bad 4
import threading

N = 3
a = b = 0
seen = None


def set_both():
    global a, b
    a = 1
    b = -1


def check():
    global seen
    first = a
    second = b
    seen = first, second


threads = [threading.Thread(target=set_both) for _ in range(N - 1)]
threads.append(threading.Thread(target=check))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("ok" if seen in [(0, 0), (1, -1)] else "bad")
