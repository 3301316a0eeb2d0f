"""Assignment to several targets, starred targets, swaps, nested patterns, unpacking in displays."""
a, b = 1, 2
a, b = b, a
print(a, b)
first, *middle, last = range(6)
print(first, middle, last)
*init, end = "xyz"
print(init, end)
head, *tail = [1]
print(head, tail)
(p, (q, [r, *s])), t = (1, (2, [3, 4, 5])), 6
print(p, q, r, s, t)
x = y = z = []
x.append(1)
print(y, z is x)
i, values = 0, [10, 20, 30]
i, values[i] = 1, 99
print(i, values)
for n, (m, *rest) in enumerate([(1, 2, 3), "ab", [7]]):
    print(n, m, rest)
print([*range(3), *"ab"], (*(), 1), {*[1, 1, 2]})
print({**{"a": 1, "b": 2}, "b": 3, **{"c": 4}})
[c, d] = {"k": 1, "l": 2}
print(c, d)
for bad in ([1], 5):
    try:
        u, v = bad
    except (ValueError, TypeError) as problem:
        print(type(problem).__name__, problem)
try:
    u, *v, w = [1]
except ValueError as problem:
    print(problem)
e = [0, 0]
e[0], e[1], *e[0:0] = 7, 8
print(e)
