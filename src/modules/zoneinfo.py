# After the library's text: zones call themselves as those of CPython's C do.


def _shown(self):
    name = f'{type(self).__module__}.{type(self).__qualname__}'
    return f'{name}.from_file({self._file_repr})' if self.key is None else f'{name}(key={self.key!r})'


_shown.__name__ = '__repr__'
ZoneInfo.__module__ = 'zoneinfo'
ZoneInfo.__repr__ = _shown
del _shown
