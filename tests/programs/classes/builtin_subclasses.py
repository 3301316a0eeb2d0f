"""Subclasses of int, str, float, list, dict, tuple, set and Exception: what operations return."""


class Metre(int):
    def __new__(cls, v, unit="m"):
        self = super().__new__(cls, v)
        self.unit = unit
        return self

    def __repr__(self):
        return f"{int(self)}{self.unit}"

    def __add__(self, other):
        return Metre(int(self) + other, self.unit)


m = Metre(5, "km")
print(m, m + 1, m * 2, type(m * 2).__name__, 1 + m, sum([m, m]), m == 5, hash(m) == hash(5), [m], f"{m}", f"{m:03d}", int(m), m.bit_length(), {5: "x"}[m], range(m))


class Name(str):
    def __eq__(self, other):
        return self.lower() == str(other).lower()

    def __hash__(self):
        return hash(self.lower())

    def shout(self):
        return Name(self.upper() + "!")


n = Name("Ada")
print(n == "ADA", n != "ada", "ada" == n, n.shout(), type(n + "x").__name__, type(n.upper()).__name__, n[0], len(n), {n: 1}["ada"] if "ada" in {n: 1} else "absent", "%s" % n, repr(n), n in ["ADA"])


class Stack(list):
    def push(self, v):
        self.append(v)
        return self

    def __getitem__(self, i):
        return f"item {super().__getitem__(i)}"


s = Stack([1, 2]).push(3)
print(s, s[0], s[-1], list(s), [v for v in s], s + [4], type(s + s).__name__, type(s[:2]), s == [1, 2, 3], sorted(s, reverse=True), s.copy().__class__.__name__)


class Lower(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.lower(), v)

    def __getitem__(self, k):
        return super().__getitem__(k.lower())


d = Lower(A=1)
d["B"] = 2
d.update(C=3)
print(d, d["b"], d.get("B"), "B" in d, d.setdefault("D", 4), type(d.copy()).__name__, d == {"A": 1, "b": 2, "C": 3, "D": 4}, {**d})


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
