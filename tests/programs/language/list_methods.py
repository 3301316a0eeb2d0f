"""Methods of list and what they return; aliasing and copies; errors."""
items = [3, 1, 2]
print(items.append(4), items.extend("ab"), items.insert(1, "x"), items.insert(-100, "first"), items.insert(100, "last"), items)
print(items.pop(), items.pop(0), items.pop(-2), items)
print(items.remove("b") if "b" in items else "gone", items.index(2), items.count(1), items)
items.reverse()
print(items, items.copy() is items, items.copy() == items, items * 2, 2 * [0], [1] + [2])
items += (7, 8)
items *= 2
print(items, len(items), 7 in items, 99 not in items)
items.clear()
print(items, bool(items), [] == items)
grid = [[0] * 3] * 2
grid[0][1] = 5
print(grid)
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
print(grid)
a = [1, 2]
a.append(a)
print(a, len(a), a[2][2][0])
b = list("abc")
b[1] = b
print(b, repr(b[1]))
print(list(), list((1, 2)), list({"k": 1}), list(range(3)), list(map(str, [1])))
numbers = [1, 2, 3, 4, 5, 6]
for v in numbers:
    if v % 2 == 0:
        numbers.remove(v)
print(numbers)
seen = []
growing = [1]
for v in growing:
    seen.append(v)
    if v < 5:
        growing.append(v + 1)
print(seen)
for test in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1][3], lambda: [1] + (2,), lambda: [].foo, lambda: numbers["a"], lambda: list(5), lambda: [1] * 1.5):
    try:
        print(test())
    except Exception as problem:
        print(type(problem).__name__ + ":", problem)
print(max([3, 9, 2]), min([3, 9, 2], key=lambda v: -v), sum([[1], [2]], []), max([], default="none"), [1, 2] < [1, 2, 0])
