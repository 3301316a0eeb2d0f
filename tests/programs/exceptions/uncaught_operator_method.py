"""An uncaught exception raised in dunder methods called by operators, for and with."""


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __lt__(self, other):
        raise RuntimeError("money cannot be compared")


class Feed:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        print("leaving", args[0].__name__)

    def __iter__(self):
        yield Money(2)
        yield Money(1)


with Feed() as feed:
    print((Money(1) + Money(2)).cents)
    print(max(5, 6), sorted([3, 2]))
    best = sorted(feed)
