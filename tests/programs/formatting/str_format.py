"""str.format: positions, names, attributes, items, conversions, nested specs, errors."""


class Account:
    def __init__(self):
        self.owner = "ana"
        self.balances = {"home": 10, "0": "zero"}
        self.log = ["a", "b"]

    def __repr__(self):
        return "Account()"


a = Account()
print("{} {} {}".format(1, "a", None), "{1} {0} {1}".format("x", "y"), "{n}: {v:.1f}".format(n="pi", v=3.14159))
print("{0.owner} {0.balances[home]} {0.log[1]} {0!r:>12} {0}".format(a))
print("{{}} {{{}}} {:>{}}".format(1, 2, 5), "{:{fill}{align}{width}}|".format("x", fill="*", align="^", width=7))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{:,} {:%} {:x}".format(1234567, 0.5, 255), "{a[k][0]}".format(a={"k": [9]}))
print("{:5}|{:<5}|{:>5}|{:^5}|{:05}".format("ab", "ab", "ab", "ab", 42), "{0[0]}{0[1]}".format("xy"))
print("{x} {y}".format_map({"x": 1, "y": 2}), "".format(), "{0}{0}".format("ab"), "{:d}".format(True))


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{x} {nope}".format_map(Default(x=1)))
for template, args in (
    ("{", ()),
    ("}", ()),
    ("{}", ()),
    ("{a}", ()),
    ("{0} {}", (1, 2)),
    ("{} {0}", (1, 2)),
    ("{0.nope}", (1,)),
    ("{0[nope]}", ({},)),
    ("{0[5]}", ([],)),
    ("{!x}", (1,)),
    ("{:d}", ("s",)),
    ("{0!}", (1,)),
    ("{0", (1,)),
    ("{0[}", (1,)),
    ("{:{}}", (1,)),
):
    try:
        print(template.format(*args))
    except (ValueError, IndexError, KeyError, AttributeError) as problem:
        print(f"{template!r:12} {type(problem).__name__} {problem}")
