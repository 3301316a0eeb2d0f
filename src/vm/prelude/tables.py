# Hidden Python: dict, its views, and set, for keys with __hash__ or __eq__ of their own.


# dict -----------------------------------------------------------------------------------------------------------


def dict____getitem__(self, key):
    _, at = _find(self, key)
    if at >= 0:
        return _table_value(self, at)
    if type(self) is not dict:
        missing = _lookup(type(self), '__missing__')
        if missing is not None:
            return _bind(missing, self)(key)
    raise KeyError(key)


def dict____setitem__(self, key, value):
    code, at = _find(self, key)
    _table_put(self, code, at, key, value)


def dict____delitem__(self, key):
    _, at = _find(self, key)
    if at < 0:
        raise KeyError(key)
    _table_remove(self, at)


def dict____contains__(self, key):
    return _find(self, key)[1] >= 0


def dict__get(self, key, default=None):
    _, at = _find(self, key)
    return default if at < 0 else _table_value(self, at)


def dict__setdefault(self, key, default=None):
    code, at = _find(self, key)
    if at >= 0:
        return _table_value(self, at)
    _table_put(self, code, -1, key, default)
    return default


def dict__pop(self, key, *default):
    _, at = _find(self, key)
    if at >= 0:
        return _table_remove(self, at)[1]
    if default:
        return default[0]
    raise KeyError(key)


def dict__update(self, /, *sources, **entries):
    for source in sources:
        _fill(self, source)
    for name in entries:
        dict.__setitem__(self, name, entries[name])


def dict____init__(self, /, *sources, **entries):
    for source in sources:
        _fill(self, source)
    for name in entries:
        dict.__setitem__(self, name, entries[name])


def _fill(self, source):
    cls = type(source)
    if isinstance(source, dict) and _lookup(cls, '__iter__') is _lookup(dict, '__iter__'):
        for code, key, value in _table_entries(source):
            _, at = _find_hashed(self, code, key)
            _table_put(self, code, at, key, value)
    elif hasattr(source, 'keys'):
        for key in source.keys():
            dict.__setitem__(self, key, source[key])
    else:
        _fill_from_pairs(self, source)


def _fill_from_pairs(self, source):
    number = 0
    for pair in source:
        cls = type(pair)
        if _lookup(cls, '__iter__') is None and _lookup(cls, '__getitem__') is None:
            raise TypeError(f'cannot convert dictionary update sequence element #{number} to a sequence')
        items = [item for item in pair]
        if _len(items) != 2:
            raise ValueError(f'dictionary update sequence element #{number} has length {_len(items)}; 2 is required')
        dict.__setitem__(self, items[0], items[1])
        number += 1


def dict__fromkeys(cls, iterable, value=None):
    result = cls()
    for key in iterable:
        result[key] = value
    return result


def dict____or__(self, other):
    result = dict.copy(self)
    _fill(result, other)
    return result


def dict____ror__(self, other):
    result = dict.copy(other)
    _fill(result, self)
    return result


def dict____ior__(self, other):
    _fill(self, other)
    return self


def dict____eq__(self, other):
    if _len(self) != _len(other):
        return False
    for code, key, value in _table_entries(self):
        _, at = _find_hashed(other, code, key)
        if at < 0:
            return False
        theirs = _table_value(other, at)
        if not (value is theirs or value == theirs):
            return False
    return True


def dict____ne__(self, other):
    return not dict____eq__(self, other)


def mappingproxy____contains__(self, key):
    return key in _view_dict(self)


def mappingproxy____getitem__(self, key):
    return _view_dict(self)[key]


def mappingproxy____len__(self):
    return len(_view_dict(self))


def mappingproxy____iter__(self):
    return iter(_view_dict(self))


def mappingproxy____eq__(self, other):
    return _view_dict(self) == (_view_dict(other) if type(other) is mappingproxy else other)


def dict_keys____contains__(self, key):
    return _find(_view_dict(self), key)[1] >= 0


def dict_items____contains__(self, item):
    if not isinstance(item, tuple) or _len(item) != 2:
        return False
    mapping = _view_dict(self)
    _, at = _find(mapping, item[0])
    if at < 0:
        return False
    value = _table_value(mapping, at)
    return True if value is item[1] or value == item[1] else False


def _all_in(small, large):
    for item in small:
        if item not in large:
            return False
    return True


def _relation(op, a, b):
    """Subset and superset, numbered as comparisons: 0 <, 1 <=, 2 ==, 3 !=, 4 >, 5 >=."""
    if op == 0:
        return _len(a) < _len(b) and _all_in(a, b)
    if op == 1:
        return _len(a) <= _len(b) and _all_in(a, b)
    if op == 2:
        return _len(a) == _len(b) and _all_in(a, b)
    if op == 3:
        return not (_len(a) == _len(b) and _all_in(a, b))
    if op == 4:
        return _len(a) > _len(b) and _all_in(b, a)
    return _len(a) >= _len(b) and _all_in(b, a)


def set____lt__(self, other):
    return _relation(0, self, other)


def set____le__(self, other):
    return _relation(1, self, other)


def set____eq__(self, other):
    return _relation(2, self, other)


def set____ne__(self, other):
    return _relation(3, self, other)


def set____gt__(self, other):
    return _relation(4, self, other)


def set____ge__(self, other):
    return _relation(5, self, other)


frozenset____lt__ = dict_keys____lt__ = dict_items____lt__ = set____lt__
frozenset____le__ = dict_keys____le__ = dict_items____le__ = set____le__
frozenset____eq__ = dict_keys____eq__ = dict_items____eq__ = set____eq__
frozenset____ne__ = dict_keys____ne__ = dict_items____ne__ = set____ne__
frozenset____gt__ = dict_keys____gt__ = dict_items____gt__ = set____gt__
frozenset____ge__ = dict_keys____ge__ = dict_items____ge__ = set____ge__


# set ------------------------------------------------------------------------------------------------------------


def set____init__(self, iterable=()):
    set.clear(self)
    for item in iterable:
        set.add(self, item)


def frozenset____new__(cls, iterable=()):
    return _table_new(cls, _as_set(iterable))


def _as_set(iterable):
    result = set()
    for item in iterable:
        result.add(item)
    return result


def set__add(self, item):
    code, at = _find(self, item)
    if at < 0:
        _table_put(self, code, -1, item, None)


def set____contains__(self, item):
    return _find(self, item)[1] >= 0


frozenset____contains__ = set____contains__


def set__discard(self, item):
    _, at = _find(self, item)
    if at >= 0:
        _table_remove(self, at)


def set__remove(self, item):
    _, at = _find(self, item)
    if at < 0:
        raise KeyError(item)
    _table_remove(self, at)


def set__update(self, *sources):
    for source in sources:
        for item in source:
            set.add(self, item)


def _set_op(op, a, b):
    """The operators of sets, numbered as in BINARY_OP: 1 &, 7 |, 10 -, 12 ^."""
    result = set()
    for code, item, _ in _table_entries(a):
        shared = op != 7 and _find_hashed(b, code, item)[1] >= 0
        if op == 7 or shared == (op == 1):
            _table_put(result, code, -1, item, None)
    if op == 7 or op == 12:
        for code, item, _ in _table_entries(b):
            if _find_hashed(a, code, item)[1] < 0:
                _table_put(result, code, -1, item, None)
    return _table_new(frozenset, result) if isinstance(a, frozenset) else result


def _set_op_here(op, a, b):
    _table_replace(a, _set_op(op, a, b))
    return a


def _set_chain(op, made, source, rest):
    made = _set_op(op, made, source if isinstance(source, (set, frozenset)) else _as_set(source))
    for source in rest:
        made = _set_op(op, made, source if isinstance(source, (set, frozenset)) else _as_set(source))
    return made


def _set_chain_here(self, op, parts):
    _table_replace(self, _set_chain(op, *parts))


def _set_relation(op, this, other):
    return _relation(op, this, other if isinstance(other, (set, frozenset)) else _as_set(other))


def _is_disjoint(this, other):
    for item in other:
        if item in this:
            return False
    return True


def _view_op(op, a, b):
    return _set_op(op, _as_set(a), _as_set(b))
