# The consumer compares with what was stored in the round of the same number, though rounds are skipped.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
# schedules: 1
import threading

SIZE = 20
elements = [None] * (SIZE + 1)
head = tail = 0
stored = [None] * SIZE
may_put, may_take = True, False
lock = threading.Lock()


def enqueue(value):
    global tail
    elements[tail] = value
    tail = tail + 1 if tail < SIZE else 1


def dequeue():
    global head
    value = elements[head]
    head = head + 1 if head < SIZE else 1
    return value


def produce():
    global may_put, may_take
    value = 0
    with lock:
        enqueue(value)
        stored[0] = value
    for i in range(1, SIZE):
        with lock:
            if may_put:
                value += 1
                enqueue(value)
                stored[i] = value
                may_put, may_take = False, True


def consume():
    global may_put, may_take
    for i in range(SIZE):
        with lock:
            if may_take:
                assert dequeue() == stored[i]
                may_put, may_take = True, False


threads = [threading.Thread(target=target) for target in (produce, consume)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("done")
