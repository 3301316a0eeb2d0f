"""__len__, __getitem__, __setitem__, __delitem__, __contains__, __iter__, __reversed__, __bool__, __missing__."""


class Shelf:
    def __init__(self, *names):
        self.names = list(names)

    def __len__(self):
        print("len", end=" ")
        return len(self.names)

    def __getitem__(self, key):
        print(f"get {key!r}", end=" ")
        return self.names[key]

    def __setitem__(self, key, v):
        print(f"set {key!r}", end=" ")
        self.names[key] = v

    def __delitem__(self, key):
        print(f"del {key!r}", end=" ")
        del self.names[key]


s = Shelf("a", "b", "c")
print(len(s), s[0], s[-1], s[1:], bool(s), bool(Shelf()))
s[1] = "B"
s[0] += "!"
del s[2]
print(s.names, "B" in s, "z" in s, list(s), list(reversed(s)))


class Range3:
    def __iter__(self):
        yield from (1, 2, 3)

    def __contains__(self, v):
        return v == "magic"

    def __reversed__(self):
        return "reversed!"

    def __bool__(self):
        return False

    def __length_hint__(self):
        return 3


r = Range3()
print(list(r), 1 in r, "magic" in r, 5 not in r, reversed(r), bool(r), r and 1, [*r, *r], max(r), dict.fromkeys(r))


class Defaults(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]


d = Defaults(a=1)
print(d["a"], d["b"], d, d.get("c"), "c" in d)


class Bad:
    def __len__(self):
        return -1

    def __bool__(self):
        return 5

    def __repr__(self):
        return 5


for test in (len, bool, repr, iter, str):
    try:
        print(test(Bad()))
    except (TypeError, ValueError) as problem:
        print(type(problem).__name__, problem)
