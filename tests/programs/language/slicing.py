"""Slices of lists, tuples and strings: negative bounds, steps, assignment, deletion."""
word = "interleave"
print(word[0], word[-1], word[2:5], word[:3], word[3:], word[-4:-1])
print(word[::2], word[::-1], word[8:2:-2], word[100:], word[-100:3], repr(word[5:2]))
items = list(range(10))
items[2:5] = ["a", "b"]
print(items)
items[::3] = [0] * len(items[::3])
print(items)
items[1:1] = [-1, -2]
print(items)
del items[::2]
print(items)
del items[-1]
items[:] = []
print(items)
try:
    items = [1, 2, 3, 4]
    items[::2] = [9]
except ValueError as problem:
    print(problem)
s = slice(1, None, 2)
print(s, s.start, s.stop, s.step, s.indices(6), (5, 6, 7, 8)[s])
print([1, 2, 3][True], (1, 2, 3)[-3])


class Probe:
    def __getitem__(self, key):
        return key


probe = Probe()
print(probe[1:2], probe[:, ::3], probe[...], probe[1, 2], probe[:])
try:
    word["x"]
except TypeError as problem:
    print(problem)
try:
    [1, 2, 3][::0]
except ValueError as problem:
    print(problem)
print(range(10)[2:8:3], range(5)[-1], list(range(10)[::-4]))
