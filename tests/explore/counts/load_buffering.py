# Each of two threads reads one variable and then writes the other (litmus test LB).
# python: 3.14t
# traces: 3
# interleavings: 6, not counting the stores to r1 and r2, which nobody else reads
# outcomes: r1=0 r2=0 1, r1=0 r2=1 1, r1=1 r2=0 1
import threading

x = y = 0
r1 = r2 = None


def first():
    global y, r1
    r1 = x
    y = 1


def second():
    global x, r2
    r2 = y
    x = 1


threads = [threading.Thread(target=first), threading.Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"r1={r1} r2={r2}")
