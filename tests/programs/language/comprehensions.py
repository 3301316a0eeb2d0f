"""List, set, dict comprehensions and generator expressions: nesting, conditions, scope."""
squares = [x * x for x in range(6)]
print(squares)
print({x % 3 for x in range(10)} == {0, 1, 2})
print({c: ord(c) for c in "abc"})
print([(x, y) for x in range(3) for y in "ab" if x != 1])
print([[r * c for c in range(1, 4)] for r in range(1, 4)])
print([x for x in range(40) if x % 3 == 0 if x % 4 == 0])
print(sum(x for x in range(101)))
print([y := 10, y**2, y + 1])

x = "outer"
inner = [x for x in range(3)]
print(x, inner)


def scopes():
    base = 100
    return [base + i + j for i in range(2) for j in range(i, 2)]


print(scopes())
functions = [lambda: i for i in range(3)]
print([f() for f in functions])
functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])
print([last := v for v in (1, 2, 3)], last)
print({k: {v for v in range(k)} for k in range(3)})
print(list(v for v in ([],) for v in (v, 1)))


class Holder:
    items = [1, 2, 3]
    doubled = [2 * i for i in items]


print(Holder.doubled)
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)])
print([i for row in matrix for i in row if i % 2])
print(dict((k, v) for k, v in zip("xyz", range(3))))
print([True if v else None for v in (0, 1)])
