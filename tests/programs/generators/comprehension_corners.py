"""Corners of comprehensions: nested scopes, exceptions inside, class scope, unpacking, order of evaluation."""
log = []


def note(v):
    log.append(v)
    return v


result = [(note(f"e{x}{y}")) for x in note([1, 2]) if note(f"c{x}") for y in note("ab")]
print(result)
print(log)
log.clear()
pairs = {note(f"k{i}"): note(f"v{i}") for i in range(2)}
print(pairs, log)
try:
    [1 / (2 - n) for n in range(5)]
except ZeroDivisionError:
    print("n" in globals(), "n" in locals())
print([a + b for a, b in [(1, 2), (3, 4)]], [h for h, *t in ["abc", "d"]], [x for x, in [(1,), (2,)]], [k for k in {"p": 1}], [[j for j in range(i)] for i in range(4)])
fs = [(lambda: (x, y)) for x in range(2) for y in range(2)]
print([f() for f in fs])
fs = [lambda x=x: x for x in range(3)]
print([f() for f in fs])
print([(lambda v: v * x)(10) for x in range(3)], list(map(lambda f: f(), ((lambda n=n: n * n) for n in range(4)))))
x = 5
print([x for x in [x, x + 1]], x, [(z := y * 2) for y in [x]], z)


def function(n):
    values = [n for _ in range(2)]
    table = {i: [n + j for j in range(i)] for i in range(3)}
    gen = (n * k for k in range(3))
    n = 100
    return values, table, list(gen)


print(function(1))
print(sum([len(w) for w in "the quick brown fox".split() if "o" in w]), {len(w) for w in ("a", "bb", "cc")}, [c for w in ("ab", "cd") for c in w[::-1]])
print([i for i in range(20) if i % 2 if i % 3], [i if i % 2 else -i for i in range(5)], [None for _ in range(2)], [[]] * 2, [[] for _ in range(2)])
nested = [[[1, 2], [3]], [[4]], []]
print([v for a in nested for b in a for v in b], [[v * 2 for b in a for v in b] for a in nested], {tuple(b) for a in nested for b in a} == {(1, 2), (3,), (4,)})


class C:
    size = 3
    rows = [i for i in range(size)]
    try:
        grid = [[size for _ in range(2)] for _ in range(size)]
    except NameError as problem:
        grid = str(problem)


print(C.rows, C.grid)
print(*[*range(2), *[c for c in "ab"]], {**{k: v for k, v in zip("ab", (1, 2))}, "c": 3}, [*{}, *()], max([n for n in range(3)], default=0))
