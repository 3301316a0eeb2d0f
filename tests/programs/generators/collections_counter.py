"""collections.Counter and defaultdict."""
from collections import Counter, defaultdict

c = Counter("mississippi")
print(c, c["s"], c["z"], c.most_common(2), c.total(), sorted(c.elements()), "z" in c)
c.update("miss")
c.subtract({"i": 10, "q": 1})
print(c, +c, -c, c.most_common()[-1])
a, b = Counter(x=3, y=1), Counter(x=1, z=2)
print(a + b, a - b, a & b, a | b, a == Counter("xxxy"), a <= Counter(x=3, y=5))
a["n"] += 5
del a["x"]
print(a, dict(a), Counter([("a", 1)]), Counter(), list(Counter("abca")))
words = "the cat and the dog and the bird".split()
print(Counter(words).most_common(2), Counter(map(len, words)))
groups = defaultdict(list)
for w in words:
    groups[w[0]].append(w)
print(groups, groups["q"], "zz" in groups, len(groups), groups.get("nope"))
counts = defaultdict(int)
for w in words:
    counts[w] += 1
print(dict(counts), counts.default_factory)
tree = defaultdict(lambda: defaultdict(int))
tree["a"]["b"] += 1
print({k: dict(v) for k, v in tree.items()})
plain = defaultdict(None, a=1)
try:
    plain["missing"]
except KeyError as problem:
    print("KeyError", problem)
try:
    defaultdict(5)
except TypeError as problem:
    print(problem)
print(defaultdict(int, {"k": 1}) | {"z": 2}, plain.copy(), plain == {"a": 1})
