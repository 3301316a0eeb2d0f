# itertools, the selections from pools: product, permutations, combinations. Run after `itertools.py`, in the same module.


class product:
    __slots__ = ('_pools', '_indices')

    def __new__(cls, *iterables, repeat=1):
        repeat = _index(repeat)
        if repeat < 0:
            raise ValueError('repeat argument cannot be negative')
        self = _new(cls)
        self._pools = [tuple(pool) for pool in iterables] * repeat
        self._indices = None
        return self

    def __iter__(self):
        return self

    def __next__(self):
        pools, indices = self._pools, self._indices
        if pools is None:
            raise StopIteration
        if indices is None:
            self._indices = [0] * len(pools)
            if not all(pools):
                self._pools = None
                raise StopIteration
            return tuple([pool[0] for pool in pools])
        at = len(pools) - 1
        while at >= 0:
            indices[at] += 1
            if indices[at] < len(pools[at]):
                return tuple([pool[i] for pool, i in zip(pools, indices)])
            indices[at] = 0
            at -= 1
        self._pools = None
        raise StopIteration


def _count_of(r, name):
    if not isinstance(r, int):
        raise TypeError(f'Expected int as {name}') if name else TypeError(
            f"'{type(r).__name__}' object cannot be interpreted as an integer")
    if r < 0:
        raise ValueError('r must be non-negative')
    return r


class permutations:
    __slots__ = ('_pool', '_r', '_indices', '_cycles')

    def __new__(cls, iterable, r=None):
        self = _new(cls)
        pool = self._pool = tuple(iterable)
        self._r = len(pool) if r is None else _count_of(r, 'r')
        self._indices = None
        self._cycles = None
        return self

    def __iter__(self):
        return self

    def __next__(self):
        pool, r, indices = self._pool, self._r, self._indices
        if pool is None:
            raise StopIteration
        n = len(pool)
        if indices is None:
            if r > n:
                self._pool = None
                raise StopIteration
            self._indices = list(range(n))
            self._cycles = list(range(n, n - r, -1))
            return pool[:r]
        cycles = self._cycles
        i = r - 1
        while i >= 0:
            cycles[i] -= 1
            if cycles[i] == 0:
                indices[i:] = indices[i + 1:] + indices[i:i + 1]
                cycles[i] = n - i
            else:
                j = cycles[i]
                indices[i], indices[-j] = indices[-j], indices[i]
                return tuple([pool[k] for k in indices[:r]])
            i -= 1
        self._pool = None
        raise StopIteration


class combinations:
    __slots__ = ('_pool', '_r', '_indices')

    def __new__(cls, iterable, r):
        self = _new(cls)
        self._pool = tuple(iterable)
        self._r = _count_of(r, None)
        self._indices = None
        return self

    def __iter__(self):
        return self

    def __next__(self):
        pool, r, indices = self._pool, self._r, self._indices
        if pool is None:
            raise StopIteration
        n = len(pool)
        if indices is None:
            if r > n:
                self._pool = None
                raise StopIteration
            self._indices = list(range(r))
            return pool[:r]
        i = r - 1
        while i >= 0 and indices[i] == i + n - r:
            i -= 1
        if i < 0:
            self._pool = None
            raise StopIteration
        indices[i] += 1
        for j in range(i + 1, r):
            indices[j] = indices[j - 1] + 1
        return tuple([pool[k] for k in indices])


class combinations_with_replacement:
    __slots__ = ('_pool', '_r', '_indices')

    def __new__(cls, iterable, r):
        self = _new(cls)
        self._pool = tuple(iterable)
        self._r = _count_of(r, None)
        self._indices = None
        return self

    def __iter__(self):
        return self

    def __next__(self):
        pool, r, indices = self._pool, self._r, self._indices
        if pool is None:
            raise StopIteration
        n = len(pool)
        if indices is None:
            if not n and r:
                self._pool = None
                raise StopIteration
            self._indices = [0] * r
            return pool[:1] * r
        i = r - 1
        while i >= 0 and indices[i] == n - 1:
            i -= 1
        if i < 0:
            self._pool = None
            raise StopIteration
        indices[i:] = [indices[i] + 1] * (r - i)
        return tuple([pool[k] for k in indices])
