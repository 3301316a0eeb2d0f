# _operator: the library's operator.py, executed as hidden Python, then given the names that C gives.

__name__ = 'operator'
for _class in (attrgetter, itemgetter, methodcaller):
    _class.__module__ = 'operator'
del _class
__name__ = '_operator'


def _compare_digest(a, b, /):
    return a == b
