"""iter and next, sentinel form, zip, enumerate, map, filter, reversed, exhausted iterators."""
it = iter([1, 2])
print(next(it), next(it), next(it, "done"), next(it, "still done"), list(it))
print(list(zip("abc", range(2))), list(zip()), list(zip("ab")), list(enumerate("ab", start=5)))
print(list(map(lambda x, y: x * y, [1, 2, 3], [4, 5])), list(filter(None, [0, 1, "", "a", [], None])), list(filter(lambda x: x > 1, range(4))))
print(list(reversed([1, 2, 3])), list(reversed(range(3))), list(reversed("ab")), list(reversed({"a": 1, "b": 2})))
values = iter([3, 1, 4, 1, 5])
print(list(iter(lambda: next(values), 4)), list(values))
try:
    list(zip("ab", "abc", strict=True))
except ValueError as problem:
    print(problem)
try:
    list(zip("abc", "ab", strict=True))
except ValueError as problem:
    print(problem)
print(any([]), all([]), any([0, "x"]), all([1, ""]), sum(range(5)), sum([1.5, 2], 10), max("b", "a"), min(3, 1, 2), max([1, -5], key=abs))
pairs = zip([1, 2, 3], "xyz")
print(next(pairs), list(pairs), list(pairs))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


c = Countdown(4)
print(next(c), list(c), list(c), 2 in Countdown(3), tuple(Countdown(2)), sum(Countdown(4)), [*Countdown(2)], max(Countdown(9)))
first, *rest = Countdown(3)
print(first, rest, dict(zip(Countdown(2), "ab")), sorted(Countdown(3)), "".join(map(str, Countdown(5))))


class OldStyle:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10


print(list(OldStyle()), 20 in OldStyle(), list(reversed([*OldStyle()])), iter(OldStyle()).__next__())
for test in (lambda: iter(5), lambda: next([]), lambda: next(iter([])), lambda: reversed({1}), lambda: zip(1), lambda: sum(["a"]), lambda: max([]), lambda: max(1), lambda: [x for x in 5]):
    try:
        print(test())
    except Exception as problem:
        print(type(problem).__name__ + ":", problem)
print(range(5), range(1, 10, 3), len(range(0, -10, -3)), 7 in range(1, 10, 3), range(3) == range(0, 3), range(10).index(4), list(range(0)))
