"""Sets: operators, methods, frozensets, equality; printed sorted since the order is not promised."""
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= b, {3} < a, a.isdisjoint({9}), a >= {1})
print(sorted(a.union([9], "x"), key=str), sorted(a.intersection(range(3))), sorted(a.difference([1], [2])), sorted(a.symmetric_difference([1, 99])))
c = set()
c.add(1)
c.add(1)
c.add("1")
c.discard(5)
print(len(c), c == {1, "1"}, 1 in c, 1.0 in c, None in c)
c.remove(1)
c.update("ab", [3])
print(sorted(map(str, c)), len(c))
c &= {"a", "b"}
c |= {"z"}
c -= {"b"}
c ^= {"a", "y"}
print(sorted(c))
f = frozenset([1, 2])
print(f, {f: "key"}[frozenset([2, 1])], f | {3} == {1, 2, 3}, type(f | {3}).__name__, hash(f) == hash(frozenset([2, 1])))
print(set(), {1}, frozenset(), {*()}, set("a"), {True, 1, 1.0})
print(f.copy() is f, a.copy() is a, set([1, 1, 2]) == {1, 2}, {1} == frozenset({1}), {frozenset()} == {frozenset()})
s = {1}
for test in (lambda: set().pop(), lambda: {1}.remove(2), lambda: {1} + {2}, lambda: {1} | [2], lambda: f.add(1), lambda: set(5), lambda: s[0], lambda: {1} < [1, 2]):
    try:
        print(test())
    except Exception as problem:
        print(type(problem).__name__ + ":", problem)
s = {1, 2, 3}
try:
    for v in s:
        s.add(v + 100)
except RuntimeError as problem:
    print(problem)
print(sorted({x * y for x in range(3) for y in range(3)}), s.clear(), s, len({(1, 2), (1, 2)}))
