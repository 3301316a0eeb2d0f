# `__repr__` that is `__str__`, docstrings through instances, and iterators that nobody filled.


class Both:
    pass


Both.__repr__ = Both.__str__
for way in (str, repr, '{}'.format, '%s'.__mod__):
    try:
        way(Both())
    except RecursionError as error:
        print(type(error).__name__, str(error)[:32])


class Documented:
    """What it is."""


class Derived(Documented):
    pass


class Slim:
    __slots__ = ()


print(Documented().__doc__, Derived().__doc__, Derived.__doc__, Slim().__doc__)
print('__doc__' in dir(Slim()), hasattr(5, '__doc__'), hasattr(None, '__doc__'), hasattr([], '__doc__'))
for made in (iter(()), iter([]), iter(range(2)), iter({}), reversed([])):
    try:
        next(type(made).__new__(type(made)))
    except TypeError as error:
        print('TypeError')
