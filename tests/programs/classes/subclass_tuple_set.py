"""Subclasses of tuple, float, set and exceptions; bases that cannot be subclassed."""
class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]


p = Pair(1, 2)
print(p, p.first, p + (3,), type(p + p).__name__, p == (1, 2), hash(p) == hash((1, 2)), *p, isinstance(p, tuple))


class Ratio(float):
    def __str__(self):
        return f"{float(self):.0%}"


r = Ratio(0.25)
print(r, repr(r), f"{r}", f"{r:.2f}", r * 2, type(-r).__name__, r == 0.25, round(r, 1))


class Unique(set):
    def add(self, v):
        print("adding", v, end="; ")
        super().add(v)


u = Unique([1])
u.add(2)
u |= {3}
print(u, type(u | {9}).__name__, type(u.copy()).__name__, u == {1, 2, 3})


class Flag(LookupError, ValueError):
    pass


print(Flag("x").args, isinstance(Flag(), ValueError), repr(Flag(1, 2)))
for wrong in (lambda: type("B", (bool,), {}), lambda: type("N", (type(None),), {}), lambda: type("M", (int, str), {}), lambda: type("R", (range,), {})):
    try:
        wrong()
    except TypeError as problem:
        print(problem)
