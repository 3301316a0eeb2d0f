"""Texts of KeyError, IndexError, AttributeError, NameError and ValueError."""
import math


class Box:
    colour = "red"
    __slots__ = ("weight",)


class Open:
    def __init__(self):
        self.balance = 1


def missing_local():
    if False:
        v = 1
    return v


def missing_free():
    def inner():
        return w

    if False:
        w = 1
    return inner()


tests = [
    lambda: {}["k"],
    lambda: {}[1.5],
    lambda: {1: 2}[("a", 1)],
    lambda: [][0],
    lambda: ()[1],
    lambda: ""[2],
    lambda: [1, 2].__getitem__(5),
    lambda: Box().weight,
    lambda: Box().size,
    lambda: Box.size,
    lambda: setattr(Box(), "height", 1),
    lambda: setattr(Box(), "colour", 1),
    lambda: Open().balnce,
    lambda: delattr(Open(), "nope"),
    lambda: setattr(5, "x", 1),
    lambda: math.sqroot,
    lambda: (1).foo,
    lambda: missing_local.foo,
    lambda: undefined_name,
    missing_local,
    missing_free,
    lambda: int("1.5"),
    lambda: float("one"),
    lambda: "a".index("b"),
    lambda: list(range(3)).remove(9),
    lambda: range(1, 2, 0),
    lambda: int("9" * 3 + "-"),
    lambda: "{} {}".format(1),
    lambda: "{a}".format(b=1),
    lambda: "{0.x}".format(1),
    lambda: bytes([256]),
    lambda: range(3)[5],
    lambda: next(iter(())),
    lambda: [].pop(),
    lambda: math.factorial(-1),
]
for i, test in enumerate(tests):
    try:
        print(i, test())
    except Exception as problem:
        print(i, type(problem).__name__, problem, problem.args)
