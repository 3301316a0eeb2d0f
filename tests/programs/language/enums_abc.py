"""enum and abc: members, values, look-up, flags, auto; abstract methods."""
import abc
import enum


class Colour(enum.Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @property
    def nice(self):
        return self.name.title()


print(Colour.RED, repr(Colour.RED), Colour(2), Colour["RED"], Colour.CRIMSON is Colour.RED, list(Colour), len(Colour), Colour.GREEN.nice)
print(Colour.RED == 1, Colour.RED in Colour, {Colour.RED: "r"}[Colour.CRIMSON], isinstance(Colour.RED, Colour), Colour.__members__.keys())


class Level(enum.IntEnum):
    LOW = enum.auto()
    HIGH = enum.auto()


class Perm(enum.Flag):
    R = enum.auto()
    W = enum.auto()
    X = enum.auto()


class Text(str, enum.Enum):
    A = "a"


print(Level.LOW < Level.HIGH, Level.HIGH + 1, Level(2).name, f"{Level.LOW}", Perm.R | Perm.W, Perm.R in (Perm.R | Perm.X), ~Perm.R, Perm(0), Text.A == "a", Text.A.value)
for test in (lambda: Colour(9), lambda: Colour["BLUE"], lambda: Colour.BLUE, lambda: setattr(Colour, "RED", 5), lambda: Colour.RED < Colour.GREEN):
    try:
        print(test())
    except (ValueError, KeyError, AttributeError, TypeError) as problem:
        print(type(problem).__name__, problem)


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

    @property
    @abc.abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name} of {self.area()}"


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


class Half(Shape):
    def area(self):
        return 0


print(Square(3).describe(), isinstance(Square(1), Shape), sorted(Shape.__abstractmethods__))
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as problem:
        print(problem)


@Shape.register
class Virtual:
    pass


print(issubclass(Virtual, Shape), isinstance(Virtual(), Shape), Virtual.__mro__[-1].__name__)
