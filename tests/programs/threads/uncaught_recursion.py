"""A RecursionError in a thread: folded lines, the program goes on."""
import threading


def count(n):
    if n == 0:
        raise ValueError("bottom")
    count(n - 1)


def ping(n):
    if n == 0:
        raise ValueError("bottom")
    pong(n - 1)


def pong(n):
    ping(n)


def endless():
    endless()


def guarded():
    try:
        endless()
    except RecursionError as problem:
        print("caught", problem)


for target, args in ((count, (8,)), (count, (3,)), (count, (2,)), (ping, (3,)), (guarded, ())):
    t = threading.Thread(target=target, args=args, name=target.__name__)
    t.start()
    t.join()
print("end")
