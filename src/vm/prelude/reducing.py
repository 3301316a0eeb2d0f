# Hidden Python: how objects say of what they can be made again, for copy and pickle (Objects/typeobject.c).


def object____reduce_ex__(self, protocol=0):
    cls = type(self)
    reduce = _lookup(cls, '__reduce__')
    if reduce is not None and reduce is not _lookup(object, '__reduce__'):
        return _bind(reduce, self)()
    if cls in _unpicklable or any([base.__module__ == 'itertools' for base in cls.__mro__]):
        raise TypeError(f'cannot pickle {_class_name(self)!r} object')
    for base in cls.__mro__:
        if base in _reducers:
            return _reducers[base](self)
    copyreg = __import__('copyreg')
    return copyreg._reduce_ex(self, protocol) if protocol < 2 else _reduce_2(self, copyreg)


def _reduce_2(self, copyreg):
    cls = type(self)
    maker, args = copyreg.__newobj__, (cls,)
    getnew = getattr(self, '__getnewargs_ex__', None)
    if getnew is not None:
        pos, kw = getnew()
        maker, args = (copyreg.__newobj_ex__, (cls, pos, kw)) if kw else (maker, (cls, *pos))
    elif (getnew := getattr(self, '__getnewargs__', None)) is not None:
        args = (cls, *getnew())
    else:
        for base, plain in _plain.items():
            if isinstance(self, base):
                args = (cls, plain(self))
    state = self.__getstate__() if hasattr(self, '__getstate__') else getattr(self, '__dict__', None) or None
    items = iter(self) if isinstance(self, list) else None
    pairs = iter(self.items()) if isinstance(self, dict) else None
    return maker, args, state, items, pairs


def object____getstate__(self):
    own = getattr(self, '__dict__', None)
    own = dict(own) if own else None
    slots = {}
    for name in __import__('copyreg')._slotnames(type(self)):
        try:
            slots[name] = getattr(self, name)
        except AttributeError:
            pass
    return (own, slots) if slots else own


# What an instance of a subclass is made again from, whatever its own methods say.
_plain = {
    int: lambda self: int.__int__(self),
    float: lambda self: float.__float__(self),
    str: lambda self: str.__add__(self, ''),
    bytes: lambda self: bytes.__add__(self, b''),
    tuple: lambda self: tuple([item for item in tuple.__iter__(self)]),
}


def _reduce_function(self):
    owner = getattr(self, '__self__', None)
    if owner is None or type(owner).__name__ == 'module':
        return self.__qualname__
    return getattr, (owner, self.__name__)


def _reduce_set(self):
    return type(self), (list(self),), self.__getstate__()


def _reduce_sequence_iterator(empty, maker=iter):
    def reduce(self):
        parts = _iter_parts(self)
        if not parts:
            return iter, (empty,)
        return maker, (parts[0],), parts[1] if maker is iter else parts[1] - 1
    return reduce


def _reduce_range_iterator(self):
    first, step, left = _iter_parts(self)
    return iter, (range(first, first + left * step, step),), None


def _reduce_table_iterator(self):
    return iter, ([item for item in _iter_copy(self)],)


def _reduce_call_iterator(self):
    parts = _iter_parts(self)
    return (iter, parts) if parts else (iter, ((),))


def _reduce_reversed(self):
    parts = _iter_parts(self)
    return (type(self), parts[:1], parts[1] - 1) if parts else (type(self), ((),))


def _reduce_zip(self):
    iters, strict = _iter_parts(self)
    return (type(self), iters, True) if strict else (type(self), iters)


def _reduce_map(self):
    function, iters = _iter_parts(self)
    return type(self), (function, *iters)


_reducers = {
    list_iterator: _reduce_sequence_iterator([]),
    list_reverseiterator: _reduce_sequence_iterator([], reversed),
    tuple_iterator: _reduce_sequence_iterator(()),
    str_ascii_iterator: _reduce_sequence_iterator(''),
    str_iterator: _reduce_sequence_iterator(''),
    bytes_iterator: _reduce_sequence_iterator(()),
    iterator: _reduce_sequence_iterator(()),
    reversed: _reduce_reversed,
    range_iterator: _reduce_range_iterator,
    set_iterator: _reduce_table_iterator,
    dict_keyiterator: _reduce_table_iterator,
    dict_valueiterator: _reduce_table_iterator,
    dict_itemiterator: _reduce_table_iterator,
    dict_reversekeyiterator: _reduce_table_iterator,
    callable_iterator: _reduce_call_iterator,
    enumerate: lambda self: (type(self), _iter_parts(self)),
    filter: lambda self: (type(self), _iter_parts(self)),
    map: _reduce_map,
    zip: _reduce_zip,
    set: _reduce_set,
    frozenset: _reduce_set,
    bytearray: lambda self: (type(self), (bytes(self),), self.__getstate__()),
    range: lambda self: (range, (self.start, self.stop, self.step)),
    slice: lambda self: (slice, (self.start, self.stop, self.step)),
    type(...): lambda self: 'Ellipsis',
    type(NotImplemented): lambda self: 'NotImplemented',
    type(len): _reduce_function,
    type(_reduce_function): lambda self: self.__qualname__,
    method: lambda self: (getattr, (self.__self__, self.__func__.__name__)),
    method_descriptor: lambda self: (getattr, (self.__objclass__, self.__name__)),
    wrapper_descriptor: lambda self: (getattr, (self.__objclass__, self.__name__)),
}
_unpicklable = {lock, RLock, module, generator, coroutine, async_generator, frame, traceback, code, cell, mappingproxy,
                dict_keys, dict_values, dict_items, memoryview}
