"""A simple metaclass, __init_subclass__, __class_getitem__, __prepare__, type() with three arguments."""


class Registry(type):
    classes = []

    def __new__(mcs, name, bases, namespace, **options):
        print("new", name, sorted(options))
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        Registry.classes.append(name)

    def __call__(cls, *args):
        print("making a", cls.__name__)
        return super().__call__(*args)

    def __len__(cls):
        return 42

    def __repr__(cls):
        return f"<class {cls.__name__}!>"


class A(metaclass=Registry, flag=True):
    def __init__(self, v=0):
        self.v = v


class B(A):
    pass


print(Registry.classes, A(1).v, type(B), len(B), B, isinstance(B, Registry))


class Plugin:
    known = {}

    def __init_subclass__(cls, /, key=None, **rest):
        super().__init_subclass__(**rest)
        Plugin.known[key or cls.__name__.lower()] = cls

    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"


class Csv(Plugin, key="csv"):
    pass


class Json(Plugin):
    pass


print(sorted(Plugin.known), Plugin[int], Json["x"])
Dynamic = type("Dynamic", (Csv,), {"x": 1, "double": lambda self: self.x * 2})
print(Dynamic().double(), Dynamic.__name__, Dynamic.__module__, Dynamic.__mro__[1].__name__, sorted(Plugin.known))
print(type(5), type(type), type(None), type(...), type(print), type(lambda: 0), type(A.__init__), type(A.mro), type([].append))
try:

    class C(Plugin, colour=1):
        pass

except TypeError as problem:
    print(problem)
