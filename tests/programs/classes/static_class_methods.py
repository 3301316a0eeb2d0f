"""staticmethod, classmethod, alternative constructors, bound and unbound methods."""


class Date:
    made = 0

    def __init__(self, y, m, d):
        self.parts = (y, m, d)
        type(self).made += 1

    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split("-")))

    @staticmethod
    def leap(year):
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

    def __repr__(self):
        return "{}({:04}-{:02}-{:02})".format(type(self).__name__, *self.parts)


class Special(Date):
    pass


d, s = Date.parse("2024-02-29"), Special.parse("1-2-3")
print(d, s, Date.made, Special.made, Date.leap(2000), d.leap(1900), s.leap(2024))
method = d.__repr__
print(method(), method.__self__ is d, method.__func__ is Date.__repr__, method.__name__, Date.__repr__(s))
print(Date.parse.__self__, Special.parse.__self__.__name__)
print(Date.leap.__name__, Date.__dict__["leap"].__func__ is Date.leap, type(Date.__dict__["parse"]).__name__)
try:
    Date.__repr__()
except TypeError as problem:
    print(problem)
try:
    Date()
except TypeError as problem:
    print(problem)
try:
    Date.parse("x-y-z")
except ValueError as problem:
    print(problem)


def outside(self):
    return f"outside {self.parts[0]}"


Date.outside = outside
print(d.outside(), d.__class__.outside is outside, callable(d), callable(Date))
d.own = lambda: "not bound"
print(d.own(), d.outside == d.outside, d.outside is d.outside, d.outside == s.outside)
