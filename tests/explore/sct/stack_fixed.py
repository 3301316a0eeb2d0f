# The consumer pops only what is there.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

SIZE = 5
stack = [None] * SIZE
top = 0
filled = False
lock = threading.Lock()


def push(value):
    global top
    assert top < SIZE, "overflow"
    stack[top] = value
    top += 1


def pop():
    global top
    assert top > 0, "underflow"
    top -= 1
    return stack[top]


def produce():
    global filled
    for value in range(SIZE):
        with lock:
            push(value)
            filled = True


def consume():
    for _ in range(SIZE):
        with lock:
            if filled and top > 0:
                pop()


threads = [threading.Thread(target=target) for target in (produce, consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("done")
