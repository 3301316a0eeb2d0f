# Two threads write the same two variables in opposite orders (litmus test 2+2W).
# python: 3.14t
# traces: 3
# interleavings: 6
# outcomes: x=1 y=2 1, x=2 y=1 1, x=2 y=2 1
import threading

x = y = 0


def first():
    global x, y
    x = 1
    y = 2


def second():
    global x, y
    y = 1
    x = 2


threads = [threading.Thread(target=first), threading.Thread(target=second)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"x={x} y={y}")
