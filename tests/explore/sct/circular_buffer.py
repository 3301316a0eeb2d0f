# The receiver compares with the number of its tries, and not with the number of values received.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
# schedules: 2
import threading

SIZE = 10
ROUNDS = 7
buffer = [None] * SIZE
first = last = 0
can_send, can_receive = True, False
lock = threading.Lock()


def insert(value):
    global last
    buffer[last] = value
    last = (last + 1) % SIZE


def remove():
    global first
    first += 1
    return buffer[first - 1]


def send():
    global can_send, can_receive
    for value in range(ROUNDS):
        with lock:
            if can_send:
                insert(value)
                can_send, can_receive = False, True


def receive():
    global can_send, can_receive
    for value in range(ROUNDS):
        with lock:
            if can_receive:
                assert remove() == value
                can_send, can_receive = True, False


threads = [threading.Thread(target=target) for target in (send, receive)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("done")
