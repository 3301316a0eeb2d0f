"""Arithmetic and comparison methods, reflected and in-place forms, NotImplemented."""
from functools import total_ordering


@total_ordering
class Vec:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vec({self.x}, {self.y})"

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y) if isinstance(o, Vec) else NotImplemented

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __sub__(self, o):
        return self + -o

    def __rsub__(self, o):
        return f"{o!r} minus {self!r}"

    def __neg__(self):
        return Vec(-self.x, -self.y)

    def __iadd__(self, o):
        self.x += o.x
        return self

    def __matmul__(self, o):
        return self.x * o.x + self.y * o.y

    def __eq__(self, o):
        return isinstance(o, Vec) and (self.x, self.y) == (o.x, o.y)

    def __lt__(self, o):
        return (self.x, self.y) < (o.x, o.y)

    def __abs__(self):
        return (self @ self) ** 0.5

    def __invert__(self):
        return Vec(self.y, self.x)

    def __divmod__(self, k):
        return "divmod", k

    def __pow__(self, k, mod=None):
        return "pow", k, mod


a, b = Vec(1, 2), Vec(3, 4)
print(a + b, a * 2, 3 * a, b - a, 10 - a, -a, abs(b), a @ b, ~a, divmod(a, 2), a**2, pow(a, 2, 5))
alias = a
a += b
print(a, alias is a, a == Vec(4, 2), a != b, a < b, a >= b, sorted([a, b]), max(a, b))
a -= b
print(a, alias is a)
for test in (lambda: a + 1, lambda: 1 + a, lambda: a / 2, lambda: a < 1, lambda: hash(a), lambda: a[0], lambda: len(a), lambda: a()):
    try:
        print(test())
    except (TypeError, AttributeError) as problem:
        print(type(problem).__name__, problem)
print(Vec.__hash__, a == 5, sum([a, b], Vec(0, 0)))
