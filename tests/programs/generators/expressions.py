"""Generator expressions: laziness, early evaluation of the first iterable, scope, nesting."""


def noisy(v):
    print(f"<{v}>", end=" ")
    return v


g = (noisy(i) * 10 for i in [1, 2, 3])
print("made")
print(next(g))
print(list(g), list(g))
try:
    (i for i in missing)
except NameError as problem:
    print("at once:", problem)
late = (missing for i in [1])
try:
    next(late)
except NameError as problem:
    print("later:", problem)
n = 2
scaled = (v * n for v in range(3))
n = 100
print(list(scaled))
items = [1, 2]
copied = (v for v in items)
items.append(3)
print(list(copied))
print(sum(v for row in [[1, 2], [3]] for v in row), max((len(w), w) for w in ["a", "ccc", "bb"]))
print(any(noisy(v) > 1 for v in range(5)))
print(all(noisy(v) < 1 for v in range(5)))
pipeline = (v + 1 for v in (v * v for v in range(10) if v % 2) if v > 5)
print(type(pipeline).__name__, list(pipeline))
print(2 in (noisy(v) for v in range(9)), dict((k, i) for i, k in enumerate("ab")), ",".join(str(i) for i in range(3)))
first, second, *_ = (noisy(c) for c in "pqr")
print(first, second, tuple(i for i in range(0)))
print(sorted((v for v in "hello"), reverse=True), set(v % 2 for v in range(9)) == {0, 1})
g = (v for v in range(5))
print([(a, b) for a, b in zip(g, g)], list(g))
