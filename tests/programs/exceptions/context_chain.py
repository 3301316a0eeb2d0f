"""__context__, __cause__ and from None; what is set when exceptions meet."""


def chain(problem):
    names = []
    while problem is not None:
        names.append(f"{type(problem).__name__}({problem})")
        problem = problem.__cause__ or (None if problem.__suppress_context__ else problem.__context__)
    return " <- ".join(names)


def run(f):
    try:
        f()
    except Exception as problem:
        print(f.__name__, chain(problem), problem.__suppress_context__)


def implicit():
    try:
        int("x")
    except ValueError:
        {}["k"]


def explicit():
    try:
        int("x")
    except ValueError as problem:
        raise TypeError("wrapped") from problem


def hidden():
    try:
        int("x")
    except ValueError:
        raise TypeError("clean") from None


def in_finally():
    try:
        int("x")
    finally:
        {}["cleanup"]


def handled_before():
    try:
        int("x")
    except ValueError:
        pass
    raise KeyError("alone")


def three():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            int("y")
    except ValueError:
        [][1]


def from_class():
    raise KeyError("a") from IndexError


def from_wrong():
    raise KeyError("a") from 5


def reraise_stored():
    stored = None
    try:
        int("z")
    except ValueError as problem:
        stored = problem
    raise stored


for f in (implicit, explicit, hidden, in_finally, handled_before, three, from_class, from_wrong, reraise_stored):
    run(f)
try:
    raise
except RuntimeError as problem:
    print(problem)
explicit()
