# Hidden Python: how objects say of what they can be made again, for copy and pickle (Objects/typeobject.c).


def object____reduce_ex__(self, protocol=0):
    cls = type(self)
    reduce = _lookup(cls, '__reduce__')
    if reduce is not None and reduce is not _lookup(object, '__reduce__'):
        return _bind(reduce, self)()
    if cls in _unpicklable:
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


def _reduce_function(self):
    owner = getattr(self, '__self__', None)
    if owner is None or type(owner).__name__ == 'module':
        return self.__qualname__
    return getattr, (owner, self.__name__)


def _reduce_set(self):
    return type(self), (list(self),), self.__getstate__()


_reducers = {
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
