"""Methods of dict: order, views, defaults, merging, errors, mutation during iteration."""
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, list(d), d.keys(), d.values(), d.items(), len(d))
print(d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("a", 99), d.setdefault("n", []), d)
print(d.pop("n"), d.pop("zz", "default"), d.popitem(), d)
d.update({"x": 1}, y=2)
d.update([("z", 3)])
d |= {"w": 0}
print(d, d | {"b": 0}, {"q": 1} | d)
print(dict(a=1), dict([(1, 2)]), dict({"k": "v"}, k="w"), dict.fromkeys("ab", 0), dict(zip("ab", (1, 2))))
del d["x"]
print("x" in d, "y" in d, 2 in d.values(), ("y", 2) in d.items(), list(reversed(d)), d == {**d}, {} == dict())
keys = d.keys()
d["new"] = 1
print(len(keys), keys & {"new", "zzz"}, sorted(keys | {"zzz"}), keys - set("abcdefg") == {"y", "z", "w", "new"}, d.keys() >= {"y"})
print({1: "int", 1.0: "float", "1": "str"}, {(1, 2): 3}[1, 2], {None: 0, True: 1}[1])
copy = d.copy()
copy["b"] = "changed"
print(d["b"], copy["b"], d.clear(), d)
self_ref = {}
self_ref["me"] = self_ref
print(self_ref)
for test in (lambda: {}["k"], lambda: {}[(1, 2)], lambda: {}.popitem(), lambda: {}.pop("p"), lambda: dict([(1, 2, 3)]), lambda: {} + {}):
    try:
        print(test())
    except Exception as problem:
        print(type(problem).__name__ + ":", problem)
e = {i: i for i in range(3)}
try:
    for k in e:
        e[k + 10] = 0
except RuntimeError as problem:
    print(problem)
try:
    for k in e:
        del e[k]
        e[k + 100] = 1
except RuntimeError as problem:
    print(problem)
for k, v in sorted(e.items()):
    print(k, v, end="; ")
print()
