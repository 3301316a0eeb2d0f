# One thread writes x and y, the other reads y and writes x (litmus test S).
# python: 3.14t
# traces: 3
# interleavings: 6, not counting the store to r1, which nobody else reads
# outcomes: r1=0 x=1 1, r1=0 x=2 1, r1=1 x=1 1
import threading

x = y = 0
r1 = None


def first():
    global x, y
    x = 2
    y = 1


def second():
    global x, r1
    r1 = y
    x = 1


threads = [threading.Thread(target=first), threading.Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"r1={r1} x={x}")
