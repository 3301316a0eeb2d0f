# Hidden Python: memoryview in one dimension (Objects/memoryobject.c), and what takes bytes-like objects.
# A view is: the object, its bytes, where it starts in them, how many items, how far apart, format, size of an item.
# Not kept from CPython: a bytearray may change its length while it is viewed, and a released view goes on.

_VIEW_SIZES = {'b': 1, 'B': 1, 'c': 1, '?': 1, 'h': 2, 'H': 2, 'e': 2, 'i': 4, 'I': 4, 'f': 4, 'l': 8, 'L': 8, 'q': 8,
               'Q': 8, 'n': 8, 'N': 8, 'P': 8, 'd': 8}


def memoryview____new__(cls, object):
    if type(object) is memoryview:
        return _new_view(*_view_parts(object))
    if isinstance(object, (bytes, bytearray)):
        return _new_view(object, object, 0, len(object), 1, 'B', 1)
    method = _lookup(type(object), '__buffer__')
    if method is None:
        raise TypeError(f"memoryview: a bytes-like object is required, not '{type(object).__name__}'")
    view = _bind(method, object)(0)
    if type(view) is not memoryview:
        raise TypeError('__buffer__ returned non-memoryview object')
    return view


def _is_buffer(value):
    """True for bytes-like objects."""
    return isinstance(value, (bytes, bytearray, memoryview)) or _lookup(type(value), '__buffer__') is not None


def _buffer(value):
    """What a bytes-like object holds."""
    if isinstance(value, (bytes, bytearray)):
        return value
    if not _is_buffer(value):
        raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")
    return _view_bytes(memoryview(value))


def _writable(value):
    """The bytearray behind a writable object, where it starts in it, and its length in bytes."""
    if isinstance(value, bytearray):
        return value, 0, len(value)
    if not isinstance(value, bytes) and _is_buffer(value):
        _, owner, start, length, step, _, size = _view_parts(memoryview(value))
        if isinstance(owner, bytearray) and step == size:
            return owner, start, length * size
    raise TypeError(f'argument must be read-write bytes-like object, not {type(value).__name__}')


def _view_place(self, index):
    _, _, start, length, step, _, _ = _view_parts(self)
    index = _as_index(index)
    at = index + length if index < 0 else index
    if not 0 <= at < length:
        raise IndexError('index out of bounds on dimension 1')
    return start + at * step


def _view_slice(self, key):
    object, owner, start, length, step, format, size = _view_parts(self)
    first, stop, stride = key.indices(length)
    return _new_view(object, owner, start + first * step, len(range(first, stop, stride)), step * stride, format, size)


def _view_items(format, content):
    from _struct import unpack
    size = _VIEW_SIZES[format]
    return list(unpack(f'{len(content) // size}{format}', content))


def _view_getitem(self, key):
    if isinstance(key, slice):
        return _view_slice(self, key)
    _, owner, _, _, _, format, size = _view_parts(self)
    at = _view_place(self, key)
    return owner[at] if format == 'B' else _view_items(format, owner[at:at + size])[0]


def _view_setitem(self, key, value):
    _, owner, _, _, _, format, size = _view_parts(self)
    if not isinstance(owner, bytearray):
        raise TypeError('cannot modify read-only memory')
    if isinstance(key, slice):
        part = _view_slice(self, key)
        content = _buffer(value)
        if len(content) != len(part) * size:
            raise ValueError('memoryview assignment: lvalue and rvalue have different structures')
        _, owner, start, length, step, _, _ = _view_parts(part)
        if step == size:
            owner[start:start + length * size] = content
            return
        for at in range(length):
            owner[start + at * step:start + at * step + size] = content[at * size:(at + 1) * size]
        return
    if format != 'B':
        from _struct import error, pack
        try:
            content = pack(format, value)
        except error as problem:
            kind = TypeError if 'argument' in str(problem) else ValueError
            raise kind(f"memoryview: invalid {'type' if kind is TypeError else 'value'} for format {format!r}") from None
        at = _view_place(self, key)
        owner[at:at + size] = content
        return
    if not isinstance(value, int):
        raise TypeError("memoryview: invalid type for format 'B'")
    if not 0 <= value <= 255:
        raise ValueError("memoryview: invalid value for format 'B'")
    owner[_view_place(self, key)] = value


def _view_bytes(self):
    _, owner, start, length, step, _, size = _view_parts(self)
    if step == size:
        return bytes(owner[start:start + length * size])
    return b''.join([owner[start + at * step:start + at * step + size] for at in range(length)])


def _view_list(self):
    format = _view_parts(self)[5]
    content = _view_bytes(self)
    return list(content) if format == 'B' else _view_items(format, content)


def _view_eq(self, other):
    if type(other) is not memoryview:
        if not _is_buffer(other):
            return NotImplemented
        other = memoryview(other)
    return _view_list(self) == _view_list(other)


def _view_hash(self):
    _, owner, _, _, _, format, _ = _view_parts(self)
    if isinstance(owner, bytearray):
        raise ValueError('cannot hash writable memoryview object')
    if format not in 'Bbc':
        raise ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
    return hash(_view_bytes(self))


def _view_cast(self, format, shape=None):
    if not isinstance(format, str):
        raise TypeError(f'cast() argument 1 must be str, not {type(format).__name__}')
    if shape is not None:
        raise NotImplementedError('memoryview.cast() is supported in one dimension only')
    object, owner, start, length, step, old, old_size = _view_parts(self)
    code = format[1:] if format[:1] == '@' else format
    size = _VIEW_SIZES.get(code)
    if size is None:
        raise ValueError("memoryview: destination format must be a native single character format prefixed with an "
                         "optional '@'")
    if old not in 'Bbc' and code not in 'Bbc':
        raise TypeError('memoryview: cannot cast between two non-byte formats')
    if step != old_size:
        raise TypeError('memoryview: casts are restricted to C-contiguous views')
    if length * old_size % size:
        raise TypeError('memoryview: length is not a multiple of itemsize')
    return _new_view(object, owner, start, length * old_size // size, size, code, size)


_add_methods(memoryview, {
    'cast': _view_cast,
    '__len__': lambda self: _view_parts(self)[3],
    '__getitem__': _view_getitem,
    '__setitem__': _view_setitem,
    '__iter__': lambda self: iter(_view_list(self)),
    '__bytes__': _view_bytes,
    '__eq__': _view_eq,
    '__hash__': _view_hash,
    '__enter__': lambda self: self,
    '__exit__': lambda self, *args: None,
    'release': lambda self: None,
    'tolist': _view_list,
    'tobytes': lambda self, order=None: _view_bytes(self),
    'toreadonly': lambda self: memoryview(_view_bytes(self)),
    'hex': lambda self, *args: _view_bytes(self).hex(*args),
    'obj': property(lambda self: _view_parts(self)[0]),
    'nbytes': property(lambda self: _view_parts(self)[3] * _view_parts(self)[6]),
    'readonly': property(lambda self: isinstance(_view_parts(self)[1], bytes)),
    'format': property(lambda self: _view_parts(self)[5]),
    'itemsize': property(lambda self: _view_parts(self)[6]),
    'ndim': property(lambda self: 1),
    'shape': property(lambda self: (_view_parts(self)[3],)),
    'strides': property(lambda self: (_view_parts(self)[4],)),
    'suboffsets': property(lambda self: ()),
    'contiguous': property(lambda self: _view_parts(self)[4] == _view_parts(self)[6]),
    'c_contiguous': property(lambda self: _view_parts(self)[4] == _view_parts(self)[6]),
    'f_contiguous': property(lambda self: _view_parts(self)[4] == _view_parts(self)[6]),
})
