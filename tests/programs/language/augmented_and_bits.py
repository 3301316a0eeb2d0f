"""Augmented assignment on every kind of target, bit operations, sets of flags."""
x = 10
x += 5
x -= 3
x *= 2
x //= 5
x **= 3
x %= 50
x <<= 2
x |= 3
x &= 0b111
x ^= 0b101
x >>= 1
print(x)
y = 7.5
y /= 2
y //= 1
y -= 0.5
print(y)
s = "a"
s += "b"
s *= 3
print(s)
items = [1, 2]
alias = items
items += (3,)
items *= 2
print(alias is items, items)
t = alias_t = (1,)
t += (2,)
print(t, alias_t, t is alias_t)
d = {"n": [0], "m": 1}
d["n"] += [1]
d["m"] <<= 4
d["n"][0] -= 5
print(d)


class Box:
    v = 5


box = Box()
box.v += 1
print(box.v, Box.v, vars(box))
calls = []


def where(i):
    calls.append(i)
    return i


items[where(0)] += where(10)
print(items[0], calls)
frozen = ([1], 2)
try:
    frozen[0] += [9]
except TypeError as problem:
    print(problem, frozen)
READ, WRITE, RUN = 1, 2, 4
mode = READ | RUN
print(mode, bool(mode & WRITE), mode & ~READ, mode ^ RUN, (mode | WRITE) == 7, f"{mode:03b}", mode << 4 | 1, ~mode & 7)
print([n for n in range(20) if n & (n - 1) == 0], [n >> 1 ^ n for n in range(8)], bin(0b1100 & 0b1010), 2**10 >> 3, -1 & 0xF)
try:
    undefined += 1
except NameError as problem:
    print(problem)
