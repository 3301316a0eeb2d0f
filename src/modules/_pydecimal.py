# After the library's text: exceptions say what CPython's C says, the list of conditions.

_raise_plainly = Context._raise_error


def _raise_error(self, condition, explanation=None, *args):
    return _raise_plainly(self, condition, [condition], *args)


Context._raise_error = _raise_error
del _raise_error
