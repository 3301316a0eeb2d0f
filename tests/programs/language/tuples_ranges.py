"""Tuples and ranges: methods, comparison, nesting, hashing, immutability."""
t = (3, 1, 2, 1)
print(t.count(1), t.index(2), t + (9,), t * 2, t[1:3], len(t), 3 in t, sorted(t), max(t), sum(t), tuple(reversed(t)))
print((), (1,), (1, 2), ((1, 2), (3,)), tuple("ab"), tuple({"k": 1}), (1, 2) == (1, 2), (1, 2) < (1, 2, 0), () < (0,), (1, "a") == (1.0, "a"))
print(hash((1, 2)) == hash((1, 2)), {(1, 2): "x"}[1, 2], (lambda *a: a)(*t), *t, sep=" ")
r = range(2, 20, 3)
print(r, list(r), len(r), r[2], r[-1], r[1:4], r[::-1], 8 in r, 9 in r, r.index(11), r.count(5), r.start, r.stop, r.step)
print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)), list(range(5, 0, -2)), bool(range(0)), range(10**20)[-1], 10**19 in range(10**20))
print(list(reversed(range(5))), sum(range(1001)), max(range(5)), 2.0 in range(5), "a" in range(5), len(range(-10**9, 10**9)))
for test in (lambda: t[9], lambda: t.index(99), lambda: t.append(1), lambda: range(1.5), lambda: range(), lambda: range(1, 2, 0), lambda: r[99], lambda: t < 5, lambda: range(3) + range(3), lambda: setattr(r, "start", 5), lambda: len(range(10**30))):
    try:
        print(test())
    except Exception as problem:
        print(type(problem).__name__ + ":", problem)
try:
    t[0] = 5
except TypeError as problem:
    print(problem)
try:
    del t[0]
except TypeError as problem:
    print(problem)
x = ([],)
x[0].append(x)
print(x)
