"""RecursionError: caught with its text, then uncaught with repeated lines in the traceback."""


def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as problem:
    print(type(problem).__name__, str(problem)[:32])


def ping(n):
    pong(n)


def pong(n):
    ping(n - 1)


try:
    ping(5)
except RecursionError:
    print("mutual recursion stopped")


class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")


try:
    Loop().a
except RecursionError:
    print("attribute recursion stopped")


def depth(n):
    if n == 0:
        return 0
    return 1 + depth(n - 1)


print(depth(900))
