"""collections.namedtuple, OrderedDict, ChainMap, UserDict."""
from collections import ChainMap, OrderedDict, UserDict, namedtuple

Point = namedtuple("Point", "x y", defaults=[0])
p = Point(1)
print(p, p.x, p[1], p._asdict(), p._replace(y=5), Point._fields, Point._make([7, 8]), p == (1, 0), Point(x=2, y=3))
x, y = p
print(x, y, isinstance(p, tuple), p + (9,), hash(p) == hash((1, 0)), Point._field_defaults, max(Point(1, 5), Point(2, 0)))
for test in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(z=1), lambda: setattr(p, "x", 5), lambda: namedtuple("Bad", "a a"), lambda: namedtuple("Bad", "class"), lambda: p._replace(q=1)):
    try:
        print(test())
    except (TypeError, AttributeError, ValueError) as problem:
        print(type(problem).__name__, problem)
print(namedtuple("Renamed", "a class a", rename=True)._fields)


class Named(namedtuple("Named", ["first", "last"])):
    __slots__ = ()

    @property
    def full(self):
        return f"{self.first} {self.last}"


print(Named("Ada", "L").full, Named("a", "b"))
od = OrderedDict(a=1, b=2, c=3)
od.move_to_end("a")
print(od, od.popitem(last=False), od)
od["z"] = 9
od.move_to_end("z", last=False)
print(list(od), od == {"z": 9, "c": 3, "a": 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), list(reversed(od)))
base, local = {"colour": "red", "size": 1}, {"size": 2}
chain = ChainMap(local, base)
print(chain["size"], chain["colour"], len(chain), sorted(chain), chain)
chain["new"] = True
child = chain.new_child({"size": 3})
print(local, child["size"], child.parents["size"], child.maps[0], dict(chain) == {"colour": "red", "size": 2, "new": True})
try:
    chain["nope"]
except KeyError as problem:
    print(problem)


class Upper(UserDict):
    def __setitem__(self, key, v):
        super().__setitem__(key.upper(), v)


u = Upper(a=1)
u.update(b=2)
print(u, u.data, "A" in u, len(u))
