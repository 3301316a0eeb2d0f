"""Special methods that return the wrong type or raise: the errors that come of it."""


def make(**methods):
    return type("Odd", (), methods)()


def fail(*args):
    raise ValueError("from the method")


tests = {
    "init": lambda: type("Odd", (), {"__init__": lambda self: 5})(),
    "len float": lambda: len(make(__len__=lambda self: 1.5)),
    "len negative": lambda: len(make(__len__=lambda self: -1)),
    "len raises": lambda: len(make(__len__=fail)),
    "bool": lambda: bool(make(__bool__=lambda self: 1)),
    "bool raises": lambda: not make(__bool__=fail),
    "str": lambda: str(make(__str__=lambda self: 5)),
    "repr": lambda: repr([make(__repr__=lambda self: None)]),
    "iter": lambda: list(make(__iter__=lambda self: 5)),
    "iter none": lambda: [*make(__iter__=None)],
    "next": lambda: next(make(__iter__=lambda self: self)),
    "hash": lambda: hash(make(__hash__=lambda self: "x")),
    "hash raises": lambda: {make(__hash__=fail): 1},
    "hash none": lambda: hash(make(__hash__=None)),
    "index": lambda: [1, 2][make(__index__=lambda self: "0")],
    "index missing": lambda: [1, 2][make()],
    "int": lambda: int(make(__int__=lambda self: 1.5)),
    "float": lambda: float(make(__float__=lambda self: 1)),
    "complex": lambda: complex(make(__complex__=lambda self: 1)),
    "format": lambda: format(make(__format__=lambda self, spec: 5)),
    "contains": lambda: 1 in make(__contains__=lambda self, v: []),
    "contains raises": lambda: 1 in make(__contains__=fail),
    "contains none": lambda: 1 in make(__contains__=None),
    "eq raises": lambda: [1] == [make(__eq__=fail)],
    "eq value": lambda: make(__eq__=lambda self, o: "not a bool") == 1,
    "lt value": lambda: sorted([make(__lt__=lambda self, o: []), make()]) and "sorted",
    "lt missing": lambda: max(make(), make()),
    "getattr": lambda: make(__getattr__=fail).x,
    "hasattr raises": lambda: hasattr(make(__getattr__=fail), "x"),
    "call": lambda: make()(),
    "getitem": lambda: make()[0],
    "setitem": lambda: make().__setitem__(0, 1),
    "enter": lambda: make(__exit__=lambda *a: None).__enter__(),
    "reversed": lambda: reversed(make()),
    "reversed none": lambda: reversed(make(__reversed__=None)),
    "round": lambda: round(make()),
    "abs": lambda: abs(make()),
    "dir": lambda: dir(make(__dir__=lambda self: 5)),
    "length hint": lambda: list(type("H", (), {"__iter__": lambda s: iter("ab"), "__length_hint__": lambda s: -1})()),
    "add": lambda: make(__add__=lambda self, o: NotImplemented) + 1,
    "radd": lambda: 1 + make(__radd__=lambda self, o: f"radd {o}"),
    "iadd": lambda: exec("x = make()\nx += 1", {"make": make}),
    "delattr": lambda: delattr(make(), "x"),
    "not callable": lambda: make(__call__=5)(),
    "slots": lambda: type("S", (), {"__slots__": ("a b",)}),
    "bases": lambda: type("T", (make(),), {}),
    "isinstance": lambda: isinstance(1, make()),
    "new": lambda: object.__new__(int),
    "class": lambda: setattr(make(), "__class__", 5),
    "name": lambda: type(5, (), {}),
}
for name, test in tests.items():
    try:
        print(f"{name}: {test()!r}")
    except Exception as problem:
        print(f"{name}: {type(problem).__name__}: {problem}")
