"""Iteration without __len__, __missing__, and special methods that return wrong values."""
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
