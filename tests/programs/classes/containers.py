"""__len__, __getitem__, __setitem__, __delitem__: what len, in, for, reversed and bool call."""


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
