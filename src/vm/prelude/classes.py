# Hidden Python: making classes and instances where methods written in Python take part
# (Python/bltinmodule.c builtin___build_class__, Objects/typeobject.c type_call, type_new_set_names).

_type_new = _lookup(type, '__new__')


def type____call__(cls, *args, **kwargs):
    obj = _bind_class(_lookup(cls, '__new__'), cls)(cls, *args, **kwargs)
    if issubclass(type(obj), cls):
        init = _lookup(type(obj), '__init__')
        result = _bind(init, obj)(*args, **kwargs)
        if result is not None:
            raise TypeError(f"__init__() should return None, not '{type(result).__name__}'")
    return obj


def type____new__(meta, *args, **kwargs):
    if meta is type and len(args) != 3:
        raise TypeError('type() takes 1 or 3 arguments')
    if len(args) != 3:
        raise TypeError(f'type.__new__() takes exactly 3 arguments ({len(args)} given)')
    name, bases, namespace = args
    if not isinstance(name, str):
        raise TypeError(f"type.__new__() argument 1 must be str, not {type(name).__name__}")
    winner = _winner(meta, bases)
    if winner is not meta:
        new = _lookup(winner, '__new__')
        if new is not _type_new:
            return _bind_class(new, winner)(winner, name, bases, namespace, **kwargs)
        meta = winner
    if type(namespace) is not dict:
        namespace = dict(namespace)
    cls = _make_class(meta, name, bases, namespace)
    if '__module__' not in namespace:
        cls.__module__ = _caller_globals().get('__name__', 'builtins')
    cell = namespace.get('__classcell__')
    if cell is not None:
        _set_cell(cell, cls)
    dict_cell = namespace.get('__classdictcell__')
    if dict_cell is not None:
        _set_cell(dict_cell, namespace)
        _del_class_attr(cls, '__classdictcell__')
    for key in list(namespace):
        value = namespace[key]
        hook = _lookup(type(value), '__set_name__')
        if hook is not None:
            try:
                _bind(hook, value)(cls, key)
            except Exception as exc:
                exc.add_note(f"Error calling __set_name__ on '{type(value).__name__}' instance '{key}' in '{name}'")
                raise
    _super_init_subclass(cls)(**kwargs)
    return cls


def _super_init_subclass(cls):
    for base in cls.__mro__[1:]:
        raw = base.__dict__.get('__init_subclass__')
        if raw is not None:
            return _bind_class(raw, cls)
    raise TypeError('no __init_subclass__')


def _winner(meta, bases):
    winner = meta
    for base in bases:
        kind = type(base)
        if issubclass(winner, kind):
            continue
        if issubclass(kind, winner):
            winner = kind
            continue
        raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass '
                        'of the metaclasses of all its bases')
    return winner


def __build_class__(func, name, /, *bases, **kwds):
    resolved = bases
    for base in bases:
        if not isinstance(base, type) and hasattr(base, '__mro_entries__'):
            resolved = []
            for base in bases:
                if not isinstance(base, type) and hasattr(base, '__mro_entries__'):
                    resolved.extend(base.__mro_entries__(bases))
                else:
                    resolved.append(base)
            resolved = tuple(resolved)
            break
    if 'metaclass' in kwds:
        meta = kwds.pop('metaclass')
    elif resolved:
        meta = type(resolved[0])
    else:
        meta = type
    if isinstance(meta, type):
        meta = _winner(meta, resolved)
    prepare = getattr(meta, '__prepare__', None)
    namespace = {} if prepare is None else prepare(name, resolved, **kwds)
    cell = _exec_body(func, namespace)
    if resolved is not bases:
        namespace.setdefault('__orig_bases__', bases)
    cls = meta(name, resolved, namespace, **kwds)
    if cell is not None and isinstance(cls, type):
        if _cell_empty(cell):
            raise RuntimeError(f'__class__ not set defining {name!r} as {cls!r}. '
                               'Was __classcell__ propagated to type.__new__?')
    return cls


# Properties of a subclass keep their text as an attribute (Objects/descrobject.c property_init_impl) ---------------


def _put_property_doc(self, getter, doc):
    text = doc if doc is not None or getter is None else getattr(getter, '__doc__', None)
    try:
        self.__doc__ = text
    except AttributeError:
        # One with slots only has no place for it; a getter's text must not get lost.
        if doc is None and text is not None:
            raise


def isinstance(obj, classinfo):
    return _isinstance(obj, classinfo)


def issubclass(cls, classinfo):
    return _issubclass(cls, classinfo)


def _is_plain_instance(obj, cls):
    """By its type, or else by what it says its class is (Objects/abstract.c object_isinstance)."""
    if _plain_issubclass(type(obj), cls):
        return True
    try:
        said = obj.__class__
    except AttributeError:
        return False
    return said is not type(obj) and _plain_issubclass(type(said), type) and _plain_issubclass(said, cls)


def _isinstance_slow(obj, classinfo):
    if type(classinfo) is type:
        return _is_plain_instance(obj, classinfo)
    if type(classinfo) is tuple:
        for one in classinfo:
            if _isinstance(obj, one):
                return True
        return False
    if type(classinfo) is _union_type:
        for one in classinfo.__args__:
            if _isinstance(obj, type(None) if one is None else one):
                return True
        return False
    hook = _lookup(type(classinfo), '__instancecheck__')
    if hook is not None:
        return True if _bind(hook, classinfo)(obj) else False
    if isinstance(classinfo, type):
        return _is_plain_instance(obj, classinfo)
    raise TypeError('isinstance() arg 2 must be a type, a tuple of types, or a union')


def _issubclass_slow(cls, classinfo):
    if type(classinfo) is tuple:
        for one in classinfo:
            if _issubclass(cls, one):
                return True
        return False
    if type(classinfo) is _union_type:
        for one in classinfo.__args__:
            if _issubclass(cls, type(None) if one is None else one):
                return True
        return False
    hook = _lookup(type(classinfo), '__subclasscheck__')
    if not isinstance(cls, type) and hook is _lookup(type, '__subclasscheck__'):
        raise TypeError('issubclass() arg 1 must be a class')
    if hook is not None:
        return True if _bind(hook, classinfo)(cls) else False
    if not isinstance(cls, type):
        raise TypeError('issubclass() arg 1 must be a class')
    if isinstance(classinfo, type):
        return _plain_issubclass(cls, classinfo)
    raise TypeError('issubclass() arg 2 must be a class, a tuple of classes, or a union')


def object____format__(self, spec):
    if spec:
        raise TypeError(f'unsupported format string passed to {type(self).__name__}.__format__')
    return str(self)


def object____str__(self):
    return _bind(_lookup(type(self), '__repr__'), self)()


def object____ne__(self, other):
    result = _bind(_lookup(type(self), '__eq__'), self)(other)
    if result is NotImplemented:
        return result
    return not result


def type____or__(self, other):
    return _make_union(self, other)


def type____ror__(self, other):
    return _make_union(other, self)
