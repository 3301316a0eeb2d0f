# The text of a property, and of properties of a subclass.
class Text(property):
    """The subclass's own text."""


class Slotted(property):
    __slots__ = ('mark',)


class Place(property):
    __slots__ = ('__doc__',)


def getter(self):
    """The getter's text."""


def silent(self):
    pass


print(Text(getter).__doc__, Text(silent).__doc__, Text(None, None, None, 'given').__doc__, Text(getter, doc='given').__doc__)
print(property(getter).__doc__, property(silent).__doc__, property(getter, doc='given').__doc__)
print(Text(getter).setter(silent).__doc__, Text(getter, doc='given').setter(silent).__doc__)
print(Text(getter, doc='given').getter(silent).__doc__, Text(silent).getter(getter).__doc__)
print(Place(getter).__doc__, Place(doc='given').__doc__, Slotted(doc='given').__doc__, Slotted(silent).__doc__)
try:
    Slotted(getter)
except AttributeError as error:
    print(type(error).__name__)


class Shape:
    @Text
    def area(self):
        """How large."""
        return 5

    @area.setter
    def area(self, value):
        print('set', value)


Shape().area = 3
print(Shape().area, Shape.area.__doc__, type(Shape.area).__name__)


class Proxy:
    """Says that it is of another class."""

    def __init__(self, target):
        self.target = target

    @property
    def __class__(self):
        return type(self.target)


class Broken:
    @property
    def __class__(self):
        raise AttributeError('no class')


print(isinstance(Proxy(5), int), isinstance(Proxy(5), Proxy), isinstance(Proxy(5), (str, int)), isinstance(Proxy(5), str))
print(type(Proxy(5)).__name__, isinstance(Broken(), int), isinstance(Broken(), Broken))
