# After the library's text: what CPython's C form says at the end of the data and of the stack.

_load_plainly = _Unpickler.load


def _load_wording(self):
    try:
        return _load_plainly(self)
    except EOFError:
        raise EOFError('Ran out of input') from None
    except IndexError as error:
        if str(error) != 'pop from empty list':
            raise
        raise UnpicklingError('unpickling stack underflow') from None


_load_wording.__name__ = 'load'
_load_wording.__qualname__ = '_Unpickler.load'
_Unpickler.load = _load_wording

for _class in (PickleError, PicklingError, UnpicklingError):
    _class.__module__ = '_pickle'
del _class
