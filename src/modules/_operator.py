# _operator: the library's operator.py, executed as hidden Python, then given the names that C gives.

__name__ = 'operator'
for _class in (attrgetter, itemgetter, methodcaller):
    _class.__module__ = 'operator'
del _class
__name__ = '_operator'


def index(a, /):
    method = getattr(type(a), '__index__', None)
    if method is None:
        raise TypeError(f"'{type(a).__name__}' object cannot be interpreted as an integer")
    return method(a)


def _compare_digest(a, b, /):
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError('comparing strings with non-ASCII characters is not supported')
        return a == b
    return _buffer(a) == _buffer(b)
