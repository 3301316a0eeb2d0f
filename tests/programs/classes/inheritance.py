"""Inheritance, super(), method resolution order, a diamond, and isinstance/issubclass."""


class Base:
    def __init__(self, *args):
        print("Base.__init__", args)

    def who(self):
        return "Base"


class Left(Base):
    def __init__(self, *args):
        print("Left.__init__")
        super().__init__(*args, "left")

    def who(self):
        return "Left>" + super().who()


class Right(Base):
    def __init__(self, *args):
        print("Right.__init__")
        super().__init__(*args, "right")

    def who(self):
        return "Right>" + super().who()


class Bottom(Left, Right):
    def who(self):
        return "Bottom>" + super().who() + "|" + Base.who(self)


b = Bottom(1)
print(b.who())
print([c.__name__ for c in Bottom.__mro__])
print(isinstance(b, Right), issubclass(Left, Right), issubclass(Bottom, (int, Base)), isinstance(b, object))
print(Bottom.__bases__, Bottom.__base__, type(b) is Bottom, b.__class__.__name__, Left.__subclasses__())
print(super(Left, b).who(), super(Right, b).who())
try:

    class Wrong(Base, Left):
        pass

except TypeError as problem:
    print(problem)


class Twice(list):
    def append(self, v):
        super().append(v)
        super().append(v)


t = Twice([0])
t.append(5)
print(t, len(t), type(t).__name__, isinstance(t, list), t + [1], type(t + [1]).__name__)
