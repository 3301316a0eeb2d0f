# _weakref (Objects/weakrefobject.c): proxies. References themselves are native.


def _target(proxy):
    target = _get(proxy, '_ref')()
    if target is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return target


_get = object.__getattribute__


class ProxyType:
    __slots__ = ('_ref', '__weakref__')
    __module__ = 'weakref'
    __hash__ = None

    def __new__(cls, *args):
        raise TypeError("cannot create 'weakref.ProxyType' instances")

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        target = _get(self, '_ref')()
        return f'<weakproxy at 0x{id(self):x} to {type(target).__name__} at 0x{id(target):x}>'

    def __str__(self):
        return str(_target(self))

    def __bytes__(self):
        return bytes(_target(self))

    def __bool__(self):
        return bool(_target(self))

    def __len__(self):
        return len(_target(self))

    def __getitem__(self, key):
        return _target(self)[key]

    def __setitem__(self, key, value):
        _target(self)[key] = value

    def __delitem__(self, key):
        del _target(self)[key]

    def __contains__(self, item):
        return item in _target(self)

    def __iter__(self):
        return iter(_target(self))

    def __next__(self):
        return next(_target(self))

    def __reversed__(self):
        return reversed(_target(self))

    def __eq__(self, other):
        return _target(self) == _bare(other)

    def __ne__(self, other):
        return _target(self) != _bare(other)

    def __lt__(self, other):
        return _target(self) < _bare(other)

    def __le__(self, other):
        return _target(self) <= _bare(other)

    def __gt__(self, other):
        return _target(self) > _bare(other)

    def __ge__(self, other):
        return _target(self) >= _bare(other)

    def __add__(self, other):
        return _bare(self) + _bare(other)

    def __radd__(self, other):
        return _bare(other) + _bare(self)

    def __sub__(self, other):
        return _bare(self) - _bare(other)

    def __rsub__(self, other):
        return _bare(other) - _bare(self)

    def __mul__(self, other):
        return _bare(self) * _bare(other)

    def __rmul__(self, other):
        return _bare(other) * _bare(self)

    def __truediv__(self, other):
        return _bare(self) / _bare(other)

    def __rtruediv__(self, other):
        return _bare(other) / _bare(self)

    def __floordiv__(self, other):
        return _bare(self) // _bare(other)

    def __mod__(self, other):
        return _bare(self) % _bare(other)

    def __pow__(self, other):
        return _bare(self) ** _bare(other)

    def __and__(self, other):
        return _bare(self) & _bare(other)

    def __or__(self, other):
        return _bare(self) | _bare(other)

    def __xor__(self, other):
        return _bare(self) ^ _bare(other)

    def __iadd__(self, other):
        target = _target(self)
        target += _bare(other)
        return target

    def __isub__(self, other):
        target = _target(self)
        target -= _bare(other)
        return target

    def __neg__(self):
        return -_target(self)

    def __pos__(self):
        return +_target(self)

    def __abs__(self):
        return abs(_target(self))

    def __invert__(self):
        return ~_target(self)

    def __int__(self):
        return int(_target(self))

    def __float__(self):
        return float(_target(self))

    def __index__(self):
        return _target(self).__index__()


class CallableProxyType(ProxyType):
    __slots__ = ()
    __module__ = 'weakref'

    def __call__(self, /, *args, **kwargs):
        return _target(self)(*args, **kwargs)


def _bare(value):
    return _target(value) if isinstance(type(value), type) and issubclass(type(value), ProxyType) else value


def proxy(target, callback=None, /):
    kind = CallableProxyType if callable(target) else ProxyType
    made = object.__new__(kind)
    if callback is None:
        reference = ref(target)
    else:
        def call(_):
            callback(made)
        reference = ref(target, call)
    object.__setattr__(made, '_ref', reference)
    return made
