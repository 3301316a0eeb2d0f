"""Containers with thousands of items: growth, deletion, order, membership."""
d = {}
for i in range(5000):
    d[i * 31 % 7001] = i
print(len(d), list(d)[:5], list(d.values())[-3:], sum(d), 31 in d, 7001 in d)
for k in list(d)[::2]:
    del d[k]
print(len(d), list(d)[:4], next(iter(d)), d.popitem(), len(d))
d["new"] = 1
print(list(d)[-1])
items = list(range(3000))
while len(items) > 10:
    del items[::2]
print(items)
for i in range(2000):
    items.insert(i // 2, -i)
print(len(items), items[:3], items[998:1003], items[-2:], items.index(-1500), items.count(0))
s = {i * i % 1009 for i in range(5000)}
print(len(s), 1008 in s, 2 in s, len(s & set(range(100))))
text = "".join(chr(97 + i % 26) for i in range(10000))
print(len(text), text[9990:], text.count("abc"), text.find("zab", 5000), hash(text) == hash(text[:5000] + text[5000:]))
table = {}
for word in (text[i : i + 3] for i in range(0, 3000)):
    table[word] = table.get(word, 0) + 1
print(len(table), max(table.values()), sorted(table)[:3])
nested = []
for _ in range(90):
    nested = [nested]
print(str(nested).count("["), len(repr([list(range(200))])), sum(len(str(n)) for n in range(3000)))
t = tuple(range(1000))
print(t[::250], len(t + t), t == tuple(range(1000)), sum(sorted(t, reverse=True)[:10]))
grid = [[x * y for x in range(60)] for y in range(60)]
print(sum(map(sum, grid)), max(max(row) for row in grid), [row[59] for row in grid][:4])
keys = [(i, str(i)) for i in range(800)]
m = dict.fromkeys(keys, 0)
print(len(m), m[(799, "799")], (800, "800") in m, len({**m, (0, "0"): 1}))
