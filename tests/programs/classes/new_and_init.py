"""__new__ and __init__: singletons, other types returned, arguments, errors of object.__new__."""


class Single:
    _one = None

    def __new__(cls, *args):
        print("new", args)
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one

    def __init__(self, *args):
        print("init", args)
        self.args = args


print(Single(1) is Single(2), Single._one.args)


class Sneaky:
    def __new__(cls):
        return [1, 2]

    def __init__(self):
        print("never called")


print(Sneaky())


class Child(Single):
    _one = None

    def __init__(self, x):
        super().__init__(x, x)


print(Child(5).args, Child._one is not Single._one)
tests = [
    lambda: object(5),
    lambda: object.__new__(),
    lambda: object.__new__(5),
    lambda: type("A", (), {})(1),
    lambda: type("B", (), {"__init__": lambda self, x: None})(),
    lambda: type("C", (), {"__new__": lambda cls: object.__new__(cls)})(1),
    lambda: type("D", (), {"__new__": lambda cls, x: object.__new__(cls, x)})(1),
    lambda: type("E", (), {"__init__": lambda self: object.__init__(self, 1)})(),
    lambda: int.__new__(str, 5),
]
for test in tests:
    try:
        print(test())
    except TypeError as problem:
        print(problem)
