# itertools, as Modules/itertoolsmodule.c defines it.
#
# Hidden Python: a step of one of these iterators is one atomic step, as it is in CPython, except for what
# the program's own iterators and functions do in between.


class count:
    __slots__ = ('_n', '_step')

    def __new__(cls, start=0, step=1):
        for number in (start, step):
            if not (isinstance(number, (int, float, complex)) or hasattr(number, '__index__')
                    or hasattr(number, '__float__') or hasattr(number, '__complex__')):
                raise TypeError('a number is required')
        self = object.__new__(cls)
        self._n = start
        self._step = step
        return self

    def __iter__(self):
        return self

    def __next__(self):
        n = self._n
        self._n = n + self._step
        return n

    def __repr__(self):
        if type(self._step) is int and self._step == 1:
            return f'{type(self).__name__}({self._n!r})'
        return f'{type(self).__name__}({self._n!r}, {self._step!r})'


class cycle:
    __slots__ = ('_it', '_saved', '_at')

    def __new__(cls, iterable, /):
        self = object.__new__(cls)
        self._it = iter(iterable)
        self._saved = []
        self._at = 0
        return self

    def __iter__(self):
        return self

    def __next__(self):
        if self._it is not None:
            for item in self._it:
                self._saved.append(item)
                return item
            self._it = None
        saved = self._saved
        if not saved:
            raise StopIteration
        item = saved[self._at]
        self._at += 1
        if self._at >= len(saved):
            self._at = 0
        return item


class repeat:
    __slots__ = ('_object', '_times')

    def __new__(cls, object, times=None):
        self = _new(cls)
        self._object = object
        self._times = times if times is None else max(0, _index(times))
        return self

    def __iter__(self):
        return self

    def __next__(self):
        if self._times is not None:
            if self._times <= 0:
                raise StopIteration
            self._times -= 1
        return self._object

    def __length_hint__(self):
        if self._times is None:
            raise TypeError('len() of unsized object')
        return self._times

    def __repr__(self):
        if self._times is None:
            return f'{type(self).__name__}({self._object!r})'
        return f'{type(self).__name__}({self._object!r}, {self._times})'


_new = object.__new__


def _index(n):
    try:
        return n.__index__()
    except AttributeError:
        raise TypeError(f"'{type(n).__name__}' object cannot be interpreted as an integer") from None


class chain:
    __slots__ = ('_sources', '_active')

    def __new__(cls, *iterables):
        self = _new(cls)
        self._sources = iter(iterables)
        self._active = None
        return self

    @classmethod
    def from_iterable(cls, iterable, /):
        self = _new(cls)
        self._sources = iter(iterable)
        self._active = None
        return self

    def __iter__(self):
        return self

    def __next__(self):
        while self._sources is not None:
            if self._active is None:
                for source in self._sources:
                    self._active = iter(source)
                    break
                else:
                    self._sources = None
                    break
            for item in self._active:
                return item
            self._active = None
        raise StopIteration

    def __class_getitem__(cls, item):
        return _alias(cls, item)


def _alias(cls, item):
    return type(list[int])(cls, item)


class compress:
    __slots__ = ('_data', '_selectors')

    def __new__(cls, data, selectors):
        self = _new(cls)
        self._data = iter(data)
        self._selectors = iter(selectors)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        for item in self._data:
            if next(self._selectors):
                return item
        raise StopIteration


class dropwhile:
    __slots__ = ('_func', '_it', '_started')

    def __new__(cls, predicate, iterable, /):
        self = _new(cls)
        self._func = predicate
        self._it = iter(iterable)
        self._started = False
        return self

    def __iter__(self):
        return self

    def __next__(self):
        for item in self._it:
            if self._started:
                return item
            if not self._func(item):
                self._started = True
                return item
        raise StopIteration


class takewhile:
    __slots__ = ('_func', '_it', '_stopped')

    def __new__(cls, predicate, iterable, /):
        self = _new(cls)
        self._func = predicate
        self._it = iter(iterable)
        self._stopped = False
        return self

    def __iter__(self):
        return self

    def __next__(self):
        if self._stopped:
            raise StopIteration
        item = next(self._it)
        if self._func(item):
            return item
        self._stopped = True
        raise StopIteration


class filterfalse:
    __slots__ = ('_func', '_it')

    def __new__(cls, function, iterable, /):
        self = _new(cls)
        self._func = function
        self._it = iter(iterable)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        func = self._func
        for item in self._it:
            if func is None or func is bool:
                if not item:
                    return item
            elif not func(item):
                return item
        raise StopIteration


class _grouper:
    __slots__ = ('_parent', '_key')

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._grouper is not self:
            raise StopIteration
        if parent._value is _none:
            parent._step()
        if not (parent._key == self._key):
            raise StopIteration
        item = parent._value
        parent._value = _none
        return item


_none = object()


class groupby:
    __slots__ = ('_it', '_keyfunc', '_target', '_key', '_value', '_grouper')

    def __new__(cls, iterable, key=None):
        self = _new(cls)
        self._it = iter(iterable)
        self._keyfunc = key
        self._target = self._key = self._value = _none
        self._grouper = None
        return self

    def __iter__(self):
        return self

    def _step(self):
        value = next(self._it)
        self._key = value if self._keyfunc is None else self._keyfunc(value)
        self._value = value

    def __next__(self):
        self._grouper = None
        while self._key is self._target or (self._target is not _none and self._key == self._target):
            self._step()
        self._target = self._key
        group = _new(_grouper)
        group._parent = self
        group._key = self._key
        self._grouper = group
        return self._key, group


class islice:
    __slots__ = ('_it', '_next', '_stop', '_step', '_count')

    def __new__(cls, iterable, *args):
        if not 1 <= len(args) <= 3:
            if not args:
                raise TypeError(f'islice expected at least 2 arguments, got {len(args) + 1}')
            raise TypeError(f'islice expected at most 4 arguments, got {len(args) + 1}')
        start, stop, step = 0, None, 1
        if len(args) == 1:
            stop = args[0]
            if not _limit(stop):
                raise ValueError('Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        else:
            start, stop = args[:2]
            if len(args) == 3:
                step = args[2]
            if stop is not None and not hasattr(stop, '__index__'):
                raise ValueError('Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
            if not _limit(start) or not _limit(stop):
                raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
            if not _limit(step) or step is not None and _index(step) == 0:
                raise ValueError('Step for islice() must be a positive integer or None.')
        self = _new(cls)
        self._next = 0 if start is None else _index(start)
        self._stop = stop if stop is None else _index(stop)
        self._step = 1 if step is None else _index(step)
        self._it = iter(iterable)
        self._count = 0
        return self

    def __iter__(self):
        return self

    def __next__(self):
        it, stop = self._it, self._stop
        if it is None:
            raise StopIteration
        while self._count < self._next:
            if stop is not None and self._count >= stop:
                break
            for _ in it:
                break
            else:
                self._it = None
                raise StopIteration
            self._count += 1
        if stop is not None and self._count >= stop:
            self._it = None
            raise StopIteration
        for item in it:
            break
        else:
            self._it = None
            raise StopIteration
        self._count += 1
        self._next += self._step
        if stop is not None and self._next > stop:
            self._next = stop
        return item


def _limit(n):
    if n is None:
        return True
    if not hasattr(n, '__index__'):
        return False
    return 0 <= n.__index__() <= 0x7fffffffffffffff


class starmap:
    __slots__ = ('_func', '_it')

    def __new__(cls, function, iterable, /):
        self = _new(cls)
        self._func = function
        self._it = iter(iterable)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return self._func(*next(self._it))


class _tee:
    __slots__ = ('_it', '_link')

    def __new__(cls, iterable, /):
        it = iter(iterable)
        if isinstance(it, _tee):
            return it.__copy__()
        self = _new(cls)
        self._it = it
        # A link is [item, next link]; an empty list is the end so far.
        self._link = []
        return self

    def __copy__(self):
        other = _new(_tee)
        other._it = self._it
        other._link = self._link
        return other

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if not link:
            item = next(self._it)
            if not link:
                link.append(item)
                link.append([])
        self._link = link[1]
        return link[0]


def tee(iterable, n=2, /):
    n = _index(n)
    if n < 0:
        raise ValueError('n must be >= 0')
    if n == 0:
        return ()
    first = iter(iterable)
    if not hasattr(first, '__copy__'):
        first = _tee(first)
    return (first, *[first.__copy__() for _ in range(n - 1)])


class zip_longest:
    __slots__ = ('_its', '_active', '_fill')

    def __new__(cls, *iterables, fillvalue=None):
        self = _new(cls)
        self._its = [iter(iterable) for iterable in iterables]
        self._active = len(self._its)
        self._fill = fillvalue
        return self

    def __iter__(self):
        return self

    def __next__(self):
        its = self._its
        if not self._active:
            raise StopIteration
        row = []
        for at, it in enumerate(its):
            item = self._fill
            if it is not None:
                for item in it:
                    break
                else:
                    self._active -= 1
                    its[at] = None
                    if not self._active:
                        raise StopIteration
                    item = self._fill
            row.append(item)
        return tuple(row)


class accumulate:
    __slots__ = ('_it', '_func', '_total', '_initial')

    def __new__(cls, iterable, func=None, *, initial=None):
        self = _new(cls)
        self._it = iter(iterable)
        self._func = func
        self._total = _none
        self._initial = initial
        return self

    def __iter__(self):
        return self

    def __next__(self):
        if self._initial is not None:
            self._total = self._initial
            self._initial = None
            return self._total
        item = next(self._it)
        if self._total is _none:
            self._total = item
        elif self._func is None:
            self._total = self._total + item
        else:
            self._total = self._func(self._total, item)
        return self._total


class pairwise:
    __slots__ = ('_it', '_old')

    def __new__(cls, iterable, /):
        self = _new(cls)
        self._it = iter(iterable)
        self._old = _none
        return self

    def __iter__(self):
        return self

    def __next__(self):
        if self._it is None:
            raise StopIteration
        old = self._old
        if old is _none:
            for old in self._it:
                self._old = old
                break
            else:
                self._it = None
                raise StopIteration
        for new in self._it:
            self._old = new
            return old, new
        self._it = None
        self._old = _none
        raise StopIteration


class batched:
    __slots__ = ('_it', '_n', '_strict')

    def __new__(cls, iterable, n, *, strict=False):
        n = _index(n)
        if n < 1:
            raise ValueError('n must be at least one')
        self = _new(cls)
        self._it = iter(iterable)
        self._n = n
        self._strict = strict
        return self

    def __iter__(self):
        return self

    def __next__(self):
        if self._it is None:
            raise StopIteration
        row = []
        for item in self._it:
            row.append(item)
            if len(row) == self._n:
                return tuple(row)
        self._it = None
        if not row:
            raise StopIteration
        if self._strict:
            raise ValueError('batched(): incomplete batch')
        return tuple(row)
