# Hidden Python: memoryview over bytes and bytearray, in one dimension and of format 'B' (Objects/memoryobject.c).
# Not kept from CPython: a bytearray may change its length while it is viewed.


def memoryview____new__(cls, object):
    if type(object) is memoryview:
        return _new_view(*_view_parts(object))
    if not isinstance(object, (bytes, bytearray)):
        raise TypeError(f"memoryview: a bytes-like object is required, not '{type(object).__name__}'")
    return _new_view(object, 0, len(object), 1)


def _view_place(self, index):
    _, start, length, step = _view_parts(self)
    index = _as_index(index)
    at = index + length if index < 0 else index
    if not 0 <= at < length:
        raise IndexError('index out of bounds on dimension 1')
    return start + at * step


def _view_slice(self, key):
    owner, start, length, step = _view_parts(self)
    first, stop, stride = key.indices(length)
    return _new_view(owner, start + first * step, len(range(first, stop, stride)), step * stride)


def _view_getitem(self, key):
    if isinstance(key, slice):
        return _view_slice(self, key)
    return _view_parts(self)[0][_view_place(self, key)]


def _view_setitem(self, key, value):
    owner = _view_parts(self)[0]
    if not isinstance(owner, bytearray):
        raise TypeError('cannot modify read-only memory')
    if not isinstance(key, slice):
        if not isinstance(value, int):
            raise TypeError("memoryview: invalid type for format 'B'")
        if not 0 <= value <= 255:
            raise ValueError("memoryview: invalid value for format 'B'")
        owner[_view_place(self, key)] = value
        return
    part = _view_slice(self, key)
    content = bytes(value)
    if len(content) != len(part):
        raise ValueError('memoryview assignment: lvalue and rvalue have different structures')
    for at, byte in enumerate(content):
        owner[_view_place(part, at)] = byte


def _view_list(self):
    owner, start, length, step = _view_parts(self)
    return [owner[start + at * step] for at in range(length)]


def _view_eq(self, other):
    if not isinstance(other, (bytes, bytearray, memoryview)):
        return NotImplemented
    return _view_list(self) == list(other)


def _view_hash(self):
    if isinstance(_view_parts(self)[0], bytearray):
        raise ValueError('cannot hash writable memoryview object')
    return hash(bytes(_view_list(self)))


_VIEW_SIZES = {'b': 1, 'B': 1, 'c': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8}


def _view_cast(self, format, shape=None):
    """The same bytes as numbers of another size, to be read: what the library casts views for."""
    size = _VIEW_SIZES.get(format)
    if size is None or shape is not None:
        raise NotImplementedError('memoryview.cast() is supported for integer formats in one dimension')
    content = bytes(_view_list(self))
    if len(content) % size:
        raise TypeError('memoryview: length is not a multiple of itemsize')
    if size == 1:
        return memoryview(content)
    signed = format in 'hilq'
    places = range(0, len(content), size)
    return _CastView([int.from_bytes(content[at:at + size], 'little', signed=signed) for at in places], format, size)


class _CastView:
    """A memoryview of numbers of several bytes, read only."""

    def __init__(self, numbers, format, itemsize):
        self._numbers, self.format, self.itemsize = numbers, format, itemsize

    def __len__(self):
        return len(self._numbers)

    def __getitem__(self, key):
        return self._numbers[key]

    def __iter__(self):
        return iter(self._numbers)

    def tolist(self):
        return list(self._numbers)


_add_methods(memoryview, {
    'cast': _view_cast,
    '__len__': lambda self: _view_parts(self)[2],
    '__getitem__': _view_getitem,
    '__setitem__': _view_setitem,
    '__iter__': lambda self: iter(_view_list(self)),
    '__bytes__': lambda self: bytes(_view_list(self)),
    '__eq__': _view_eq,
    '__hash__': _view_hash,
    '__enter__': lambda self: self,
    '__exit__': lambda self, *args: None,
    'release': lambda self: None,
    'tolist': _view_list,
    'tobytes': lambda self, order=None: bytes(_view_list(self)),
    'hex': lambda self, *args: bytes(_view_list(self)).hex(*args),
    'obj': property(lambda self: _view_parts(self)[0]),
    'nbytes': property(lambda self: _view_parts(self)[2]),
    'readonly': property(lambda self: isinstance(_view_parts(self)[0], bytes)),
    'format': property(lambda self: 'B'),
    'itemsize': property(lambda self: 1),
    'ndim': property(lambda self: 1),
    'shape': property(lambda self: (_view_parts(self)[2],)),
    'strides': property(lambda self: (_view_parts(self)[3],)),
    'contiguous': property(lambda self: _view_parts(self)[3] == 1),
})
