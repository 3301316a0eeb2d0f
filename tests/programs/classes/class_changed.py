"""__class__ assigned; private names; name mangling in nested classes."""
class Caterpillar:
    def move(self):
        return "crawls"


class Butterfly:
    def move(self):
        return "flies"


c = Caterpillar()
print(c.move(), end=" ")
c.__class__ = Butterfly
print(c.move(), type(c).__name__, isinstance(c, Caterpillar))
try:
    c.__class__ = int
except TypeError as problem:
    print(problem)


class Private:
    __secret = 1

    def __init__(self):
        self.__own = 2

    def get(self):
        return self.__secret, self.__own

    class Inner:
        __x = 3


p = Private()
print(p.get(), sorted(k for k in vars(p)), p._Private__secret, Private.Inner._Inner__x)
try:
    p.__own
except AttributeError as problem:
    print(problem)
p.__own = 5
print(p.get(), sorted(vars(p)))
