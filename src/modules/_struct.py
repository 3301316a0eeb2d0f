# _struct (Modules/_struct.c): the objects and checks around the native packing.


class error(Exception):
    __module__ = 'struct'


def _parsed(format):
    """The format as bytes, its size and the codes of its values."""
    if isinstance(format, str):
        format = format.encode('ascii')
    elif not isinstance(format, bytes):
        raise TypeError(f'Struct() argument 1 must be a str or bytes object, not {type(format).__name__}')
    layout = _layout(format)
    if type(layout) is str:
        raise error(layout)
    return format, layout[0], layout[1]


def _packed(format, codes, values):
    result = _pack(format, values)
    if result is None:
        result = _pack(format, [_plain(code, value) for code, value in zip(codes, values)])
    if type(result) is str:
        raise error(result)
    return result


def _plain(code, value):
    """A value as the native code takes it."""
    if code == '?':
        return bool(value)
    if code in 'csp' or isinstance(value, (int, float)):
        if isinstance(value, float) and code not in 'efdFD':
            raise error('required argument is not an integer')
        return value
    kind = type(value)
    if code in 'efd':
        if _lookup(kind, '__float__') is None and _lookup(kind, '__index__') is None:
            raise error('required argument is not a float')
        return float(value)
    if code in 'FD':
        if isinstance(value, str):
            raise error('required argument is not a complex')
        try:
            return complex(value)
        except TypeError:
            raise error('required argument is not a complex') from None
    if _lookup(kind, '__index__') is None:
        raise error('required argument is not an integer')
    return _as_index(value)


def _place(size, offset, length, lacking, verb):
    """Where in a buffer of so many bytes a record begins, checked as CPython checks it."""
    if offset < 0:
        if offset + size > 0:
            raise error(f'{lacking} {size} bytes at offset {offset}')
        if offset + length < 0:
            raise error(f'offset {offset} out of range for {length}-byte buffer')
        offset += length
    if length - offset < size:
        whose = 'unpack_from' if verb == 'unpacking' else 'pack_into'
        raise error(f'{whose} requires a buffer of at least {size + offset} bytes for {verb} {size} bytes at '
                    f'offset {offset} (actual buffer size is {length})')
    return offset


def _unpack_whole(format, size, buffer):
    content = _buffer(buffer)
    if len(content) != size:
        raise error(f'unpack requires a buffer of {size} bytes')
    return _unpack(format, content, 0)


def _pack_into(format, size, codes, args):
    if not args:
        raise error('pack_into expected buffer argument')
    if len(args) == 1:
        raise error('pack_into expected offset argument')
    buffer, offset, *values = args
    if len(values) != len(codes):
        raise error(f'pack_into expected {len(codes)} items for packing (got {len(values)})')
    owner, start, length = _writable(buffer)
    offset = _place(size, _as_index(offset), length, 'no space to pack', 'packing')
    owner[start + offset:start + offset + size] = _packed(format, codes, values)


class unpack_iterator:
    __module__ = '_struct'
    __slots__ = ('_format', '_size', '_content', '_at')

    def __init__(self, format, size, buffer):
        content = _buffer(buffer)
        if size == 0:
            raise error('cannot iteratively unpack with a struct of length 0')
        if len(content) % size:
            raise error(f'iterative unpacking requires a buffer of a multiple of {size} bytes')
        self._format, self._size, self._content, self._at = format, size, content, 0

    def __iter__(self):
        return self

    def __length_hint__(self):
        return (len(self._content) - self._at) // self._size

    def __next__(self):
        at = self._at
        if at >= len(self._content):
            raise StopIteration
        self._at = at + self._size
        return _unpack(self._format, self._content, at)


class Struct:
    __slots__ = ('_bytes', 'size', '_codes', '__weakref__')
    __module__ = '_struct'

    def __init__(self, format):
        self._bytes, self.size, self._codes = _parsed(format)

    format = property(lambda self: self._bytes.decode('ascii'))

    def __repr__(self):
        return f'{type(self).__name__}({self.format!r})'

    def __sizeof__(self):
        return 56 + 32 * len(self._codes)

    def pack(self, *values):
        return _packed(self._bytes, self._codes, values)

    def pack_into(self, *args):
        _pack_into(self._bytes, self.size, self._codes, args)

    def unpack(self, buffer, /):
        return _unpack_whole(self._bytes, self.size, buffer)

    def unpack_from(self, /, buffer, offset=0):
        content = _buffer(buffer)
        at = _place(self.size, _as_index(offset), len(content), 'not enough data to unpack', 'unpacking')
        return _unpack(self._bytes, content, at)

    def iter_unpack(self, buffer, /):
        return unpack_iterator(self._bytes, self.size, buffer)


def calcsize(format, /):
    return _parsed(format)[1]


def pack(*args):
    if not args:
        raise TypeError('missing format argument')
    format, _, codes = _parsed(args[0])
    return _packed(format, codes, args[1:])


def pack_into(*args):
    if not args:
        raise TypeError('missing format argument')
    _pack_into(*_parsed(args[0]), args[1:])


def unpack(format, buffer, /):
    format, size, _ = _parsed(format)
    return _unpack_whole(format, size, buffer)


def unpack_from(format, /, buffer, offset=0):
    return Struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    format, size, _ = _parsed(format)
    return unpack_iterator(format, size, buffer)


def _clearcache():
    pass
