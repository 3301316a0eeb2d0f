"""Order of sets of numbers: not promised, but the same in every run of CPython, and programs print it.

Made from lists: where numbers collide, the order of a set written as {7, 3, 11} differs between 3.13 and 3.14.
"""
print({3, 1, 2}, {10, 5, 0}, {4, 2}, {True, 5, 0}, {None}, set(), {0: "a", 5: "b", 3: "c"})
for numbers in (
    [10, 5, 0, 7],
    [7, 3, 11],
    [100, 1, 50],
    [-1, -2, 0, 1],
    [-2, -1],
    [8, 16, 24, 0],
    [33, 1, 65],
    [9, 8, 7, 6, 5, 4, 3, 2, 1],
    [2**61, 5, 2**31, 7, -(2**40)],
    [1.5, 2, 0.25, 1e10],
    [1000000, 3, 1, 10**20],
    [(1, 2), (0, 0), (3, 4)],
    [(2,), (1,), ()],
    range(20, 0, -3),
    range(0, 100, 17),
):
    print(set(numbers), frozenset(numbers), list(dict.fromkeys(set(numbers))))
a, b = set([1, 2, 3]), set([99, 64, 4, 2, 34])
print(a | b, b | a, a & b, b - a, a ^ b, b ^ a, a.union([20, 12, 4]), b.difference([64]))
s = set()
for n in (17, 9, 1, 25, 33, 41, 49, 57, 65):
    s.add(n)
    print(s)
s.discard(9)
s.add(73)
print(s, s.pop(), s.pop(), s)
t = set(range(30))
for n in range(0, 30, 2):
    t.remove(n)
t |= set([100, 64, 32])
print(t, len(t), t.copy(), set(t), set(list(t)))
print([n for n in {x * x % 23 for x in range(12)}], max(t), sum(t), sorted(t)[:3])
big = {n * 7919 % 10007 for n in range(200)}
print(list(big)[:12], list(big)[-5:], len(big))
c = set([1, 9, 17])
d = c.copy()
d.add(25)
d.update([33, 41])
print(c, d, c < d, list(map(str, d)), *d)
d -= set([9, 33])
d.add(9)
print(d, {n // 2 for n in range(9)}, d.symmetric_difference_update([9, 1, 57]), d)
