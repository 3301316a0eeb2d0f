# _contextvars (Python/context.c): contexts are dictionaries, one current context for each thread.

import _thread

_none = object()
_current = _thread._local()


def _context():
    try:
        return _current.context
    except AttributeError:
        context = _current.context = Context()
        return context


@classmethod
def _final(cls):
    raise TypeError(f"type '_contextvars.{cls.__base__.__name__}' is not an acceptable base type")


class Context:
    __slots__ = ('_data', '_prev', '_entered', '__weakref__')
    __module__ = '_contextvars'
    __init_subclass__ = _final

    def __new__(cls, *args, **kwargs):
        if args or kwargs:
            raise TypeError('Context() does not accept any arguments')
        self = object.__new__(cls)
        self._data = {}
        self._prev = None
        self._entered = False
        return self

    def run(self, callable, /, *args, **kwargs):
        self._enter()
        try:
            return callable(*args, **kwargs)
        finally:
            self._leave()

    def _enter(self):
        if self._entered:
            raise RuntimeError(f'cannot enter context: {self!r} is already entered')
        self._prev = _context()
        self._entered = True
        _current.context = self

    def _leave(self):
        _current.context = self._prev
        self._prev = None
        self._entered = False

    def copy(self):
        new = Context()
        new._data = dict(self._data)
        return new

    def get(self, key, default=None, /):
        _check(key)
        return self._data.get(key, default)

    def __getitem__(self, key):
        _check(key)
        return self._data[key]

    def __contains__(self, key):
        _check(key)
        return key in self._data

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        return iter(self._data)

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._data == other._data

    __hash__ = None


def _check(key):
    if not isinstance(key, ContextVar):
        raise TypeError(f'a ContextVar key was expected, got {key!r}')


class ContextVar:
    __slots__ = ('name', '_default', '__weakref__')
    __module__ = '_contextvars'
    __init_subclass__ = _final

    def __new__(cls, *names, default=_none):
        if len(names) != 1:
            raise TypeError(f'ContextVar() takes exactly 1 positional argument ({len(names)} given)')
        name, = names
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self = object.__new__(cls)
        self.name = name
        self._default = default
        return self

    def get(self, default=_none, /):
        value = _context()._data.get(self, _none)
        if value is not _none:
            return value
        if default is not _none:
            return default
        if self._default is not _none:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        data = _context()._data
        token = object.__new__(Token)
        token.var = self
        token._old = data.get(self, _none)
        token._context = _context()
        token._used = False
        data[self] = value
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f'expected an instance of Token, got {token!r}')
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token.var is not self:
            raise ValueError(f'{token!r} was created by a different ContextVar')
        if token._context is not _context():
            raise ValueError(f'{token!r} was created in a different Context')
        token._used = True
        data = _context()._data
        if token._old is _none:
            del data[self]
        else:
            data[self] = token._old

    def __repr__(self):
        default = '' if self._default is _none else f' default={self._default!r}'
        return f'<ContextVar name={self.name!r}{default} at 0x{id(self):x}>'

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


class _Missing:
    __slots__ = ()

    def __repr__(self):
        return '<Token.MISSING>'


_missing = _Missing()


class Token:
    __slots__ = ('var', '_old', '_context', '_used')
    __module__ = '_contextvars'
    MISSING = _missing
    __init_subclass__ = _final

    def __new__(cls, *args):
        raise RuntimeError('Tokens can only be created by ContextVars')

    @property
    def old_value(self):
        return Token.MISSING if self._old is _none else self._old

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.var.reset(self)

    def __repr__(self):
        used = ' used' if self._used else ''
        return f'<Token{used} var={self.var!r} at 0x{id(self):x}>'

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)

    __hash__ = None


def copy_context():
    return _context().copy()
