# _functools, as Modules/_functoolsmodule.c defines it: what must call back into Python.

_missing = object()


def reduce(function, iterable, /, initial=_missing):
    try:
        it = iter(iterable)
    except TypeError:
        raise TypeError('reduce() arg 2 must support iteration') from None
    value = initial
    for item in it:
        value = item if value is _missing else function(value, item)
    if value is _missing:
        raise TypeError('reduce() of empty iterable with no initial value')
    return value


class KeyWrapper:
    __slots__ = ('_cmp', 'obj')
    __module__ = 'functools'
    __hash__ = None

    def __call__(self, obj):
        return _key(self._cmp, obj)

    def __lt__(self, other):
        return self._cmp(self.obj, _other(other)) < 0

    def __gt__(self, other):
        return self._cmp(self.obj, _other(other)) > 0

    def __eq__(self, other):
        return self._cmp(self.obj, _other(other)) == 0

    def __le__(self, other):
        return self._cmp(self.obj, _other(other)) <= 0

    def __ge__(self, other):
        return self._cmp(self.obj, _other(other)) >= 0


def _other(other):
    if type(other) is not KeyWrapper:
        raise TypeError('other argument must be K instance')
    return other.obj


def _key(mycmp, obj):
    key = object.__new__(KeyWrapper)
    key._cmp = mycmp
    key.obj = obj
    return key


def cmp_to_key(mycmp):
    key = object.__new__(KeyWrapper)
    key._cmp = mycmp
    return key


class _PlaceholderType:
    __slots__ = ()
    __module__ = 'functools'

    def __new__(cls):
        return Placeholder

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"type '{cls.__name__}' is not an acceptable base type")

    def __repr__(self):
        return 'Placeholder'

    def __reduce__(self):
        return 'Placeholder'


Placeholder = object.__new__(_PlaceholderType)


class _Some:
    def method(self):
        pass


_method = type(_Some().method)
del _Some


_mark = object()


def _make_key(args, keywords, typed):
    key = args
    if keywords:
        key = (*key, _mark)
        for item in keywords.items():
            key += item
    if typed:
        key = (*key, *[type(value) for value in args], *[type(value) for value in keywords.values()])
    elif len(key) == 1 and type(key[0]) in (int, str):
        return key[0]
    return key


class _lru_cache_wrapper:
    __module__ = 'functools'

    def __new__(cls, user_function, maxsize, typed, cache_info_type, /):
        if not callable(user_function):
            raise TypeError('the first argument must be callable')
        self = object.__new__(cls)
        _set = object.__setattr__
        _set(self, '_lru', [user_function, maxsize, typed, cache_info_type, {}, 0, 0])
        return self

    def __call__(self, /, *args, **keywords):
        # [function, maxsize, typed, info type, cache in order of use, hits, misses]
        lru = self._lru
        cache = lru[4]
        maxsize = lru[1]
        if maxsize == 0:
            lru[6] += 1
            return lru[0](*args, **keywords)
        key = _make_key(args, keywords, lru[2])
        result = cache.get(key, _missing)
        if result is not _missing:
            lru[5] += 1
            if maxsize is not None:
                # The newest stands last.
                del cache[key]
                cache[key] = result
            return result
        lru[6] += 1
        result = lru[0](*args, **keywords)
        if maxsize is not None:
            if key in cache:
                return result
            if len(cache) >= maxsize:
                for oldest in cache:
                    del cache[oldest]
                    break
        cache[key] = result
        return result

    def cache_info(self):
        lru = self._lru
        return lru[3](lru[5], lru[6], lru[1], len(lru[4]))

    def cache_clear(self):
        lru = self._lru
        lru[5] = lru[6] = 0
        lru[4].clear()

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return _method(self, instance)

    def __repr__(self):
        return f'<functools._lru_cache_wrapper object at 0x{id(self):x}>'

    def __reduce__(self):
        return self.__qualname__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
