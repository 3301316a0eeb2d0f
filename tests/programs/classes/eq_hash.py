"""__eq__ and __hash__: in sets and dicts, identity shortcut, hash set to None, calls made."""
calls = []


class Key:
    def __init__(self, name, h):
        self.name, self.h = name, h

    def __hash__(self):
        calls.append(f"hash {self.name}")
        return self.h

    def __eq__(self, other):
        calls.append(f"{self.name}=={getattr(other, 'name', other)}")
        return isinstance(other, Key) and self.name[0] == other.name[0]


a1, a2, b = Key("a1", 1), Key("a2", 1), Key("b", 1)
d = {a1: "first"}
d[a2] = "second"
d[b] = "other"
print(len(d), [k.name for k in d], list(d.values()), calls)
calls.clear()
print(a1 in d, d[a1], calls)
calls.clear()
print([a1] == [a1], [a1] == [a2], a1 != a2, a1 != 5, calls)
calls.clear()
print([b, a1].index(a2), [a1, b].count(a2), a2 in (b, a1), calls)


class OnlyEq:
    def __eq__(self, other):
        return True


class Child(Key):
    def __eq__(self, other):
        return NotImplemented

    __hash__ = Key.__hash__


print(OnlyEq() == 5, 5 == OnlyEq(), OnlyEq() != 5, OnlyEq.__hash__)
c = Child("a3", 2)
print(c == c, c == 7, a1 == c, c == a1)


class Plain:
    pass


p, q = Plain(), Plain()
print(p == q, p == p, p != q, len({p, q, p}), hash(p) == hash(p), hash((1, "a")) == hash((1, "a")), hash(1) == hash(1.0) == hash(True))
