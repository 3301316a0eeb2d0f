"""Order of sets after removals, copies and updates: the table under a set remembers them."""
seed = 777
def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
    return (seed >> 33) % n
def keys(n, m):
    return [rnd(m) for _ in range(n)]
import operator
for round in range(40):
    s = set(keys(rnd(12), 100 if round % 2 else 1000))
    for step in range(25):
        o = rnd(22)
        other = set(keys(rnd(14), 100))
        for k in keys(rnd(4), 100):
            other.discard(k)
        if o < 4: s.add(rnd(200))
        elif o < 7: s.discard(rnd(100))
        elif o == 7 and s: print(s.pop())
        elif o == 8: s |= other
        elif o == 9: s = s | other
        elif o == 10: s -= other
        elif o == 11: s = s - other
        elif o == 12: s ^= other
        elif o == 13: s = s ^ other
        elif o == 14: s = s.copy()
        elif o == 15: s.update(list(other), {3: 1, 70: 2, 200: 3})
        elif o == 16: s = s.union(keys(3, 60), other)
        elif o == 17: s = set(s)
        elif o == 18: s = s.difference(keys(3, 60), other)
        elif o == 19: s = s.symmetric_difference(keys(5, 60))
        elif o == 20: s.difference_update(keys(5, 60)); s.symmetric_difference_update(keys(5, 60))
        elif o == 21: s2 = s & set(range(0, 200, 3)); print(s2, s.intersection(range(90, 0, -7)), set(dict.fromkeys(other)), frozenset(s) | other)
        print(o, s)
s = set(range(100))
for i in range(90): s.remove(i)
print(s); s.add(7); print(s); s.update(range(300, 340)); print(s)
while s: print(s.pop(), end=" ")
s.add(5); s.add(2); print(s); s.clear(); s.update([9, 1]); print(s)
names = {"a"}; names.add("b"); names.discard("a"); names.add("c"); print(sorted(names)); names.discard("zz"); print(len(names | {"d", 1}))
