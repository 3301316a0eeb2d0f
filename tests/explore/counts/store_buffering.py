# Each of two threads writes its variable and then reads the other's (litmus test SB).
# python: 3.14t
# traces: 3
# interleavings: 6, not counting the stores to r1 and r2, which nobody else reads
# outcomes: r1=0 r2=1 1, r1=1 r2=0 1, r1=1 r2=1 1
import threading

x = y = 0
r1 = r2 = None


def first():
    global x, r1
    x = 1
    r1 = y


def second():
    global y, r2
    y = 1
    r2 = x


threads = [threading.Thread(target=first), threading.Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"r1={r1} r2={r2}")
