"""collections.deque: both ends, rotation, maximum length, mutation errors."""
from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), len(d), d[0], d[-1], 2 in d)
d.extend("ab")
d.extendleft("xy")
print(d, d.index("a"), d.count(1))
d.rotate(2)
print(d)
d.rotate(-3)
print(d, list(reversed(d)))
d.insert(1, "new")
d.remove("a")
d[0] = "first"
del d[2]
print(d, d.copy() == d, d + deque([1]), deque([1]) * 3)
limited = deque(range(5), maxlen=3)
print(limited, limited.maxlen)
limited.append(9)
limited.appendleft(-1)
print(limited)
d.reverse()
d.clear()
print(d, bool(d), deque("ab") == deque(["a", "b"]), deque([1, 2]) < deque([1, 3]), deque() == [])
for test in (lambda: d.pop(), lambda: d.popleft(), lambda: deque([1])[3], lambda: deque(maxlen=-1), lambda: deque(5), lambda: limited.insert(0, 1), lambda: deque([1])[0:1]):
    try:
        print(test())
    except (IndexError, ValueError, TypeError) as problem:
        print(type(problem).__name__, problem)
w = deque([1, 2, 3])
try:
    for v in w:
        w.append(v)
except RuntimeError as problem:
    print(problem, len(w))


def moving_average(values, size):
    window = deque(maxlen=size)
    for v in values:
        window.append(v)
        yield sum(window) / len(window)


print(list(moving_average([2, 4, 6, 8, 0], 3)), isinstance(d, deque), deque(["nested", deque([1])]))
