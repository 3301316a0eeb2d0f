"""enum: members, values, look-up, aliases, IntEnum, Flag, a mixin."""
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
