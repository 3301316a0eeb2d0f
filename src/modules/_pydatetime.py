# After the library's text: a week's date calls itself as in CPython's C.


def _shown(self):
    return f'datetime.{type(self).__name__}(year={self[0]}, week={self[1]}, weekday={self[2]})'


_shown.__name__ = '__repr__'
_IsoCalendarDate.__repr__ = _shown
del _shown
