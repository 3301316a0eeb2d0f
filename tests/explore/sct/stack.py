# The consumer knows that something was pushed once, and pops as often as it likes.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
# schedules: 1
import threading

SIZE = 10
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
            if filled:
                pop()


threads = [threading.Thread(target=target) for target in (produce, consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("done")
