# array (Modules/arraymodule.c): numbers of one kind in a bytearray, packed and unpacked by _struct.

from _struct import _pack, _unpack

typecodes = 'bBuwhHiIlLqQfd'
_SIZES = {'b': 1, 'B': 1, 'u': 4, 'w': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}
_FORMATS = {code: b'@I' if code in 'uw' else f'@{code}'.encode() for code in typecodes}
_RANGES = {
    'b': (('signed short integer', -0x8000, 0x7fff), ('signed char', -0x80, 0x7f)),
    'B': (('signed short integer', -0x8000, 0x7fff), ('unsigned byte integer', 0, 0xff)),
    'h': (('signed short integer', -0x8000, 0x7fff),),
    'H': (('signed integer', -0x80000000, 0x7fffffff), ('unsigned short', 0, 0xffff)),
    'i': (('signed integer', -0x80000000, 0x7fffffff),),
}


def _bytes_of(code, value):
    """One item as bytes, or what CPython raises for it."""
    if code in 'uw':
        if not isinstance(value, str):
            raise TypeError('array item must be unicode character' if code == 'u' else
                            f'array item must be a unicode character, not {type(value).__name__}')
        if len(value) != 1:
            raise TypeError('array item must be unicode character' if code == 'u' else
                            'array item must be a string of length 1')
        return _pack(b'@I', [ord(value)])
    if code in 'fd':
        value = value if type(value) is float else float(_real(value))
    else:
        value = _as_index(value)
    content = _pack(_FORMATS[code], [value])
    if type(content) is bytes:
        return content
    if code in 'qQ':
        raise OverflowError("can't convert negative int to unsigned" if code == 'Q' and value < 0
                            else 'int too big to convert')
    if code in 'IL':
        if value < 0:
            raise OverflowError("can't convert negative value to unsigned int")
        if code == 'L' or value >= 1 << 64:
            raise OverflowError('Python int too large to convert to C unsigned long')
        raise OverflowError('unsigned int is greater than maximum')
    if not -1 << 63 <= value < 1 << 63 or code == 'l':
        raise OverflowError('Python int too large to convert to C long')
    for name, low, high in _RANGES[code]:
        if value < low:
            raise OverflowError(f'{name} is less than minimum')
        if value > high:
            raise OverflowError(f'{name} is greater than maximum')


def _array_of(code, content, cls=None):
    made = _new(cls or array)
    made.typecode, made._b = code, bytearray(content)
    return made


_new = object.__new__


def _at(self, index, message):
    if not hasattr(type(index), '__index__'):
        raise TypeError('array indices must be integers')
    index = _as_index(index)
    if not -1 << 63 <= index < 1 << 63:
        raise IndexError(f"cannot fit '{type(index).__name__}' into an index-sized integer")
    length = len(self)
    if index < 0:
        index += length
    if not 0 <= index < length:
        raise IndexError(message)
    return index * _SIZES[self.typecode]


def _value(self, at):
    value = _unpack(_FORMATS[self.typecode], self._b, at)[0]
    return chr(value) if self.typecode in 'uw' else value


class array:
    __slots__ = ('_b', 'typecode', '__weakref__')
    __module__ = 'array'
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        if kwargs and cls is array:
            raise TypeError('array.array() takes no keyword arguments')
        if not args:
            raise TypeError('array() takes at least 1 argument (0 given)')
        if len(args) > 2:
            raise TypeError(f'array() takes at most 2 arguments ({len(args)} given)')
        code, *rest = args
        if not isinstance(code, str) or len(code) != 1:
            raise TypeError(f'array() argument 1 must be a unicode character, not {type(code).__name__}')
        source = rest[0] if rest else None
        kind = type(source)
        if code not in 'uw':
            if isinstance(source, str):
                raise TypeError(f"cannot use a str to initialize an array with typecode '{code}'")
            if isinstance(source, array) and source.typecode in 'uw':
                raise TypeError(f"cannot use a unicode array to initialize an array with typecode '{code}'")
        if code not in _SIZES:
            raise ValueError('bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)')
        self = _array_of(code, b'', cls)
        if rest:
            if isinstance(source, (bytes, bytearray)):
                self.frombytes(source)
            elif kind is str:
                self.fromunicode(source)
            else:
                _extend(self, source)
        return self

    itemsize = property(lambda self: _SIZES[self.typecode])

    def __len__(self):
        return len(self._b) // _SIZES[self.typecode]

    def __repr__(self):
        if not self._b:
            return f'{type(self).__name__}({self.typecode!r})'
        shown = self.tounicode() if self.typecode in 'uw' else self.tolist()
        return f'{type(self).__name__}({self.typecode!r}, {shown!r})'

    def __buffer__(self, flags, /):
        code, size = self.typecode, _SIZES[self.typecode]
        return _new_view(self, self._b, 0, len(self._b) // size, size, 'w' if code == 'u' else code, size)

    def __bytes__(self):
        return bytes(self._b)

    def __getitem__(self, key, /):
        if not isinstance(key, slice):
            return _value(self, _at(self, key, 'array index out of range'))
        size = _SIZES[self.typecode]
        start, stop, step = key.indices(len(self))
        if step == 1:
            return _array_of(self.typecode, self._b[start * size:max(start, stop) * size])
        parts = [self._b[at * size:at * size + size] for at in range(start, stop, step)]
        return _array_of(self.typecode, b''.join(parts))

    def __setitem__(self, key, value, /):
        size = _SIZES[self.typecode]
        if not isinstance(key, slice):
            at = _at(self, key, 'array assignment index out of range')
            self._b[at:at + size] = _bytes_of(self.typecode, value)
            return
        if not isinstance(value, array):
            raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
        if value.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        start, stop, step = key.indices(len(self))
        content = bytes(value._b)
        if step == 1:
            self._b[start * size:max(start, stop) * size] = content
            return
        places = range(start, stop, step)
        if len(places) != len(value):
            raise ValueError(f'attempt to assign array of size {len(value)} to extended slice of size {len(places)}')
        for number, at in enumerate(places):
            self._b[at * size:at * size + size] = content[number * size:number * size + size]

    def __delitem__(self, key, /):
        size = _SIZES[self.typecode]
        if not isinstance(key, slice):
            at = _at(self, key, 'array assignment index out of range')
            del self._b[at:at + size]
            return
        places = range(*key.indices(len(self)))
        for at in sorted(places, reverse=True):
            del self._b[at * size:at * size + size]

    def __iter__(self):
        return arrayiterator(self)

    def __contains__(self, value, /):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __add__(self, other, /):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return _array_of(self.typecode, self._b + other._b)

    def __iadd__(self, other, /):
        if not isinstance(other, array):
            raise TypeError(f'can only extend array with array (not "{type(other).__name__}")')
        _extend(self, other)
        return self

    def __mul__(self, count, /):
        if not hasattr(type(count), '__index__'):
            return NotImplemented
        return _array_of(self.typecode, self._b * max(0, _as_index(count)))

    __rmul__ = __mul__

    def __imul__(self, count, /):
        if not hasattr(type(count), '__index__'):
            return NotImplemented
        self._b *= max(0, _as_index(count))
        return self

    def __eq__(self, other, /):
        return self.tolist() == other.tolist() if isinstance(other, array) else NotImplemented

    def __lt__(self, other, /):
        return self.tolist() < other.tolist() if isinstance(other, array) else NotImplemented

    def __le__(self, other, /):
        return self.tolist() <= other.tolist() if isinstance(other, array) else NotImplemented

    def __gt__(self, other, /):
        return self.tolist() > other.tolist() if isinstance(other, array) else NotImplemented

    def __ge__(self, other, /):
        return self.tolist() >= other.tolist() if isinstance(other, array) else NotImplemented

    def __copy__(self):
        return _array_of(self.typecode, self._b)

    def __deepcopy__(self, memo, /):
        return _array_of(self.typecode, self._b)

    def __reduce_ex__(self, protocol, /):
        state = getattr(self, '__dict__', None)
        if protocol >= 3:
            return _array_reconstructor, (type(self), self.typecode, _machine(self.typecode), self.tobytes()), state
        content = self.tounicode() if self.typecode in 'uw' else self.tolist()
        return type(self), (self.typecode, content), state

    def __class_getitem__(cls, item, /):
        return type(list[int])(cls, item)

    def __sizeof__(self):
        return 80 + len(self._b)

    def append(self, value, /):
        self._b += _bytes_of(self.typecode, value)

    def extend(self, source, /):
        _extend(self, source)

    def insert(self, index, value, /):
        content = _bytes_of(self.typecode, value)
        length = len(self)
        index = _as_index(index)
        at = max(0, index + length) if index < 0 else min(index, length)
        self._b[at * len(content):at * len(content)] = content

    def pop(self, index=-1, /):
        if not self._b:
            raise IndexError('pop from empty array')
        at = _at(self, index, 'pop index out of range')
        value = _value(self, at)
        del self._b[at:at + _SIZES[self.typecode]]
        return value

    def remove(self, value, /):
        for index, item in enumerate(self):
            if item is value or item == value:
                del self[index]
                return
        raise ValueError('array.remove(x): x not in array')

    def index(self, value, start=0, stop=0x7fffffffffffffff, /):
        length = len(self)
        start = max(0, start + length) if start < 0 else start
        stop = max(0, stop + length) if stop < 0 else stop
        for index in range(start, min(stop, length)):
            if self[index] == value:
                return index
        raise ValueError('array.index(x): x not in array')

    def count(self, value, /):
        count = 0
        for item in self:
            if item is value or item == value:
                count += 1
        return count

    def reverse(self):
        size = _SIZES[self.typecode]
        content = bytes(self._b)
        self._b[:] = b''.join([content[at:at + size] for at in range(len(content) - size, -1, -size)])

    def clear(self):
        self._b.clear()

    def byteswap(self):
        size = _SIZES[self.typecode]
        content = bytes(self._b)
        self._b[:] = b''.join([content[at:at + size][::-1] for at in range(0, len(content), size)])

    def tolist(self):
        values = _unpack(str(len(self)).encode() + _FORMATS[self.typecode][1:], self._b, 0)
        return [chr(value) for value in values] if self.typecode in 'uw' else list(values)

    def fromlist(self, values, /):
        if not isinstance(values, list):
            raise TypeError('arg must be list')
        self._b += b''.join([_bytes_of(self.typecode, value) for value in values])

    def tobytes(self):
        return bytes(self._b)

    def frombytes(self, buffer, /):
        content = _buffer(buffer)
        if len(content) % _SIZES[self.typecode]:
            raise ValueError('bytes length not a multiple of item size')
        self._b += content

    def tounicode(self):
        if self.typecode not in 'uw':
            raise ValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')")
        return ''.join(self.tolist())

    def fromunicode(self, text, /):
        if self.typecode not in 'uw':
            raise ValueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')")
        if not isinstance(text, str):
            raise TypeError(f'fromunicode() argument must be str, not {type(text).__name__}')
        self._b += _pack(f'{len(text)}I'.encode(), [ord(char) for char in text])

    def tofile(self, file, /):
        file.write(self.tobytes())

    def fromfile(self, file, count, /):
        if count < 0:
            raise ValueError('negative count')
        wanted = count * _SIZES[self.typecode]
        content = file.read(wanted)
        if not isinstance(content, bytes):
            raise TypeError("read() didn't return bytes")
        self.frombytes(content)
        if len(content) != wanted:
            raise EOFError('read() returned not enough bytes')

    def buffer_info(self):
        return id(self._b), len(self)


def _extend(self, source):
    if isinstance(source, array):
        if source.typecode == self.typecode:
            self._b += bytes(source._b)
            return
        if self.typecode != 'd' and type(source) is array and self._b:
            raise TypeError('can only extend with array of same kind')
    elif isinstance(source, (list, tuple)) and self.typecode not in 'uw':
        content = _pack(str(len(source)).encode() + _FORMATS[self.typecode][1:], source)
        if type(content) is bytes and not (self.typecode not in 'fd' and any([type(n) is float for n in source])):
            self._b += content
            return
    for value in source:
        self._b += _bytes_of(self.typecode, value)


class arrayiterator:
    __slots__ = ('_array', '_next')
    __module__ = 'array'

    def __init__(self, of):
        self._array, self._next = of, 0

    def __iter__(self):
        return self

    def __next__(self):
        of, at = self._array, self._next
        if of is None or at >= len(of):
            self._array = None
            raise StopIteration
        self._next = at + 1
        return of[at]

    def __reduce__(self):
        return (iter, ((),)) if self._array is None else (iter, (self._array,), self._next)

    def __setstate__(self, state, /):
        self._next = max(0, state)


ArrayType = array
_MACHINES = {'b': 1, 'B': 0, 'h': 4, 'H': 2, 'i': 8, 'I': 6, 'l': 12, 'L': 10, 'q': 12, 'Q': 10, 'f': 14, 'd': 16, 'u': 20,
             'w': 20}


def _machine(code):
    """The number that pickles of arrays have for this kind on a little-endian machine."""
    return _MACHINES[code]


def _array_reconstructor(cls, code, machine, content, /):
    if machine != _MACHINES.get(code):
        raise NotImplementedError('arrays pickled on a machine of another kind are not supported')
    return _array_of(code, content, cls)


from collections.abc import MutableSequence as _MutableSequence
_MutableSequence.register(array)
