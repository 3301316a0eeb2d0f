"""__slots__: fixed attributes, inheritance with and without a dict, errors."""


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y=0):
        self.x = x
        self.y = y


p = Point(1)
print(p.x, p.y, hasattr(p, "__dict__"), Point.__slots__, type(Point.x).__name__)
del p.y
for action in ("p.y", "p.z = 1", "p.z", "del p.y", "p.__dict__"):
    try:
        exec(action)
        print("fine:", action)
    except AttributeError as problem:
        print(problem)
p.y = 7
print(p.y, Point.x.__get__(p), Point.__dict__["x"].__name__)


class Named(Point):
    __slots__ = ("name",)


class Free(Point):
    pass


n = Named(1, 2)
n.name = "n"
f = Free(3)
f.anything = "goes"
print(n.x, n.name, hasattr(n, "__dict__"), f.x, f.__dict__)
try:
    n.other = 1
except AttributeError as problem:
    print(problem)
try:

    class Clash:
        __slots__ = ("a",)
        a = 1

except ValueError as problem:
    print(problem)
try:

    class Layout(Named, Free, int):
        pass

except TypeError as problem:
    print(problem)
