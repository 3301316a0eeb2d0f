# Hidden Python: ranges beyond 64 bits, a class of their own that looks like `range` (Objects/rangeobject.c).


def _long_range(*args):
    args = [op_index(arg) for arg in args]
    start, stop, step = (0, args[0], 1) if len(args) == 1 else (*args, 1)[:3]
    if step == 0:
        raise ValueError('range() arg 3 must not be zero')
    made = _new_object(_LongRange)
    made._parts = start, stop, step
    return made


_new_object = object.__new__


def _range_key(one):
    """What ranges with the same numbers have in common."""
    start, stop, step = one.start, one.stop, one.step
    length = _range_length(start, stop, step)
    return length, start if length else None, step if length > 1 else None


def _range_length(start, stop, step):
    if step > 0:
        return max(0, (stop - start + step - 1) // step)
    return max(0, (start - stop - step - 1) // -step)


class _LongRange:
    __slots__ = ('_parts',)

    start = property(lambda self: self._parts[0])
    stop = property(lambda self: self._parts[1])
    step = property(lambda self: self._parts[2])
    __class__ = property(lambda self: range)

    def _length(self):
        return _range_length(*self._parts)

    def __len__(self):
        length = self._length()
        if length > 0x7fffffffffffffff:
            raise OverflowError('Python int too large to convert to C ssize_t')
        return length

    def __bool__(self):
        return self._length() > 0

    def __iter__(self):
        return _LongRangeIterator(self.start, self.step, self._length())

    def __reversed__(self):
        length = self._length()
        return _LongRangeIterator(self.start + (length - 1) * self.step, -self.step, length)

    def __getitem__(self, index):
        length = self._length()
        if isinstance(index, slice):
            first, stop, stride = _slice_places(index, length)
            start, step = self.start, self.step
            return range(start + first * step, start + stop * step, step * stride)
        index = op_index(index)
        if index < 0:
            index += length
        if not 0 <= index < length:
            raise IndexError('range object index out of range')
        return self.start + index * self.step

    def _holds(self, item):
        start, stop, step = self._parts
        inside = start <= item < stop if step > 0 else stop < item <= start
        return inside and (item - start) % step == 0

    def __contains__(self, item):
        if type(item) in (int, bool):
            return self._holds(item)
        return any([one == item for one in self])

    def count(self, item):
        if type(item) in (int, bool):
            return int(self._holds(item))
        return sum([1 for one in self if one == item])

    def index(self, item):
        if type(item) in (int, bool):
            if self._holds(item):
                return (item - self.start) // self.step
            raise ValueError(f'{item!r} is not in range')
        place = 0
        for one in self:
            if one == item:
                return place
            place += 1
        raise ValueError('sequence.index(x): x not in sequence')

    def __eq__(self, other):
        if type(other) is not _LongRange and type(other) is not range:
            return NotImplemented
        return _range_key(self) == _range_key(other)

    def __hash__(self):
        return hash(_range_key(self))

    def __reduce__(self):
        return range, self._parts

    def __repr__(self):
        start, stop, step = self._parts
        return f'range({start}, {stop})' if step == 1 else f'range({start}, {stop}, {step})'


def _slice_places(key, length):
    """`key.indices(length)` for a length beyond 64 bits (Objects/sliceobject.c `_PySlice_GetLongIndices`)."""
    step = 1 if key.step is None else op_index(key.step)
    if step == 0:
        raise ValueError('slice step cannot be zero')
    low, high = (-1, length - 1) if step < 0 else (0, length)

    def place(given, default):
        if given is None:
            return default
        given = op_index(given)
        return max(given + length, low) if given < 0 else min(given, high)

    return place(key.start, high if step < 0 else low), place(key.stop, low if step < 0 else high), step


class _LongRangeIterator:
    __slots__ = ('_next', '_step', '_left')

    def __new__(cls, start, step, left):
        self = _new_object(cls)
        self._next, self._step, self._left = start, step, left
        return self

    def __iter__(self):
        return self

    def __next__(self):
        if self._left == 0:
            raise StopIteration
        value = self._next
        self._next += self._step
        self._left -= 1
        return value

    def __length_hint__(self):
        return self._left

    def __reduce__(self):
        return iter, (range(self._next, self._next + self._left * self._step, self._step),), None

    def __setstate__(self, state):
        state = min(max(op_index(state), 0), self._left)
        self._next += state * self._step
        self._left -= state


_LongRangeIterator.__name__ = _LongRangeIterator.__qualname__ = 'longrange_iterator'
_LongRange.__name__ = _LongRange.__qualname__ = 'range'
