# Hidden Python: iteration, subscripts and reductions where objects have methods of their own.
# Functions of the module builtins are called py_... here, so that they do not hide the built-ins.


def op_iter(value):
    cls = type(value)
    method = _lookup(cls, '__iter__')
    if method is None:
        if _lookup(cls, '__getitem__') is not None and not _declares(cls, '__iter__'):
            return _iter_make(iterator, 'seq', value, None)
        raise TypeError(f"'{cls.__name__}' object is not iterable")
    result = _bind(method, value)()
    if _lookup(type(result), '__next__') is None:
        raise TypeError(f"iter() returned non-iterator of type '{type(result).__name__}'")
    return result


def op_next(value):
    method = _lookup(type(value), '__next__')
    if method is None:
        raise TypeError(f"'{type(value).__name__}' object is not an iterator")
    return _bind(method, value)()


def py_next(value, *default):
    if default:
        try:
            return op_next(value)
        except StopIteration:
            return default[0]
    return op_next(value)


def op_len(value):
    method = _lookup(type(value), '__len__')
    if method is None:
        raise TypeError(f"object of type '{type(value).__name__}' has no len()")
    size = _as_index(_bind(method, value)())
    if size < 0:
        raise ValueError('__len__() should return >= 0')
    return size


def _as_index(value):
    if type(value) is int:
        return value
    if isinstance(value, int):
        return int.__index__(value)
    method = _lookup(type(value), '__index__')
    if method is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    result = _bind(method, value)()
    if not isinstance(result, int):
        raise TypeError(f'__index__ returned non-int (type {type(result).__name__})')
    return result


def _as_key(key):
    """A subscript with its indices as plain integers, where objects say by __index__ what they are."""
    if type(key) is slice:
        return slice(_as_bound(key.start), _as_bound(key.stop), _as_bound(key.step))
    if _lookup(type(key), '__index__') is None:
        return key
    return _as_index(key)


def _as_bound(value):
    if value is None or type(value) is int:
        return value
    if _lookup(type(value), '__index__') is None:
        raise TypeError('slice indices must be integers or None or have an __index__ method')
    return _as_index(value)


def op_getitem(owner, key):
    cls = type(owner)
    method = _lookup(cls, '__getitem__')
    if method is not None:
        return _bind(method, owner)(key)
    if isinstance(owner, type):
        hook = getattr(owner, '__class_getitem__', None)
        if hook is not None:
            return hook(key)
        raise TypeError(f"type '{owner.__name__}' is not subscriptable")
    raise TypeError(f"'{cls.__name__}' object is not subscriptable")


def op_setitem(owner, key, value):
    method = _lookup(type(owner), '__setitem__')
    if method is None:
        raise TypeError(f"'{type(owner).__name__}' object does not support item assignment")
    _bind(method, owner)(key, value)


def op_delitem(owner, key):
    method = _lookup(type(owner), '__delitem__')
    if method is None:
        raise TypeError(f"'{type(owner).__name__}' object doesn't support item deletion")
    _bind(method, owner)(key)


def op_contains(container, item):
    cls = type(container)
    method = _lookup(cls, '__contains__')
    if method is not None:
        return True if _bind(method, container)(item) else False
    if _declares(cls, '__contains__'):
        raise TypeError(f"'{cls.__name__}' object is not a container")
    if _lookup(cls, '__iter__') is None and _lookup(cls, '__getitem__') is None:
        raise TypeError(f"argument of type '{cls.__name__}' is not iterable")
    return _among(container, item)


def _among(container, item):
    for other in container:
        if other is item or other == item:
            return True
    return False


def op_unpack(value, count):
    cls = type(value)
    if _lookup(cls, '__iter__') is None and _lookup(cls, '__getitem__') is None:
        raise TypeError(f'cannot unpack non-iterable {cls.__name__} object')
    items = []
    for item in value:
        if _len(items) == count:
            raise ValueError(f'too many values to unpack (expected {count})')
        items.append(item)
    if _len(items) < count:
        raise ValueError(f'not enough values to unpack (expected {count}, got {_len(items)})')
    return items


def op_unpack_ex(value, before, after):
    cls = type(value)
    if _lookup(cls, '__iter__') is None and _lookup(cls, '__getitem__') is None:
        raise TypeError(f'cannot unpack non-iterable {cls.__name__} object')
    items = [item for item in value]
    count = _len(items)
    if count < before + after:
        raise ValueError(f'not enough values to unpack (expected at least {before + after}, got {count})')
    end = count - after
    return items[:before] + [items[before:end]] + items[end:]


def _declares(cls, name):
    """True if the class has the attribute at all: None there forbids an operation."""
    for one in cls.__mro__:
        if name in one.__dict__:
            return True
    return False


def op_list_extend(target, source):
    cls = type(source)
    if _lookup(cls, '__iter__') is None and _lookup(cls, '__getitem__') is None:
        if _declares(cls, '__iter__'):
            raise TypeError(f"'{cls.__name__}' object is not iterable")
        raise TypeError(f'Value after * must be an iterable, not {cls.__name__}')
    for item in _with_hint(source):
        target.append(item)


def op_list_to_tuple(items):
    return tuple(items)


def op_set_update(target, source):
    target.update(source)


def op_dict_update(target, source):
    if _lookup(type(source), 'keys') is None and not hasattr(source, 'keys'):
        raise TypeError(f"'{type(source).__name__}' object is not a mapping")
    target.update(source)


def _callable_name(func):
    name = getattr(func, '__qualname__', None)
    if name is None:
        return str(func)
    module = getattr(func, '__module__', None)
    if module is not None and module != 'builtins':
        name = f'{module}.{name}'
    return f'{name}()'


def op_dict_merge(target, source, func):
    if _lookup(type(source), 'keys') is None and not hasattr(source, 'keys'):
        raise TypeError(f'{_callable_name(func)} argument after ** must be a mapping, not {type(source).__name__}')
    for key in source.keys():
        if key in target:
            if isinstance(key, str):
                raise TypeError(f"{_callable_name(func)} got multiple values for keyword argument '{key}'")
            raise TypeError(f'{_callable_name(func)} keywords must be strings')
        target[key] = source[key]


# Iterators ------------------------------------------------------------------------------------------------------


def iterator____next__(self):
    parts = _iter_parts(self)
    if not parts:
        raise StopIteration
    source, index = parts
    try:
        item = source[index]
    except (IndexError, StopIteration):
        _iter_end(self)
        raise StopIteration from None
    _iter_advance(self)
    return item


def iterator____length_hint__(self):
    parts = _iter_parts(self)
    if not parts or _lookup(type(parts[0]), '__len__') is None:
        return 0 if not parts else NotImplemented
    left = op_len(parts[0]) - parts[1]
    return left if left > 0 else 0


def reversed____length_hint__(self):
    parts = _iter_parts(self)
    if not parts:
        return 0
    return 0 if op_len(parts[0]) < parts[1] else parts[1]


def reversed____next__(self):
    parts = _iter_parts(self)
    if not parts:
        raise StopIteration
    source, index = parts
    if index <= 0:
        _iter_end(self)
        raise StopIteration
    try:
        item = source[index - 1]
    except (IndexError, StopIteration):
        _iter_end(self)
        raise StopIteration from None
    _iter_advance(self)
    return item


def callable_iterator____next__(self):
    parts = _iter_parts(self)
    if not parts:
        raise StopIteration
    func, sentinel = parts
    try:
        item = func()
    except StopIteration:
        _iter_end(self)
        raise
    if sentinel is item or sentinel == item:
        _iter_end(self)
        raise StopIteration
    return item


def enumerate____next__(self):
    source, count = _iter_parts(self)
    item = next(source)
    _iter_advance(self)
    return count, item


def map____next__(self):
    func, sources = _iter_parts(self)
    if _len(sources) == 1:
        return func(next(sources[0]))
    return func(*[next(source) for source in sources])


def filter____next__(self):
    func, source = _iter_parts(self)
    if func is None or func is bool:
        for item in source:
            if item:
                return item
    else:
        for item in source:
            if func(item):
                return item
    raise StopIteration


def zip____next__(self):
    sources, strict = _iter_parts(self)
    if not sources:
        raise StopIteration
    if not strict:
        return tuple([next(source) for source in sources])
    items = []
    for source in sources:
        try:
            items.append(next(source))
        except StopIteration:
            break
    done = _len(items)
    if done == _len(sources):
        return tuple(items)
    if done:
        before = 'argument 1' if done == 1 else f'arguments 1-{done}'
        raise ValueError(f'zip() argument {done + 1} is shorter than {before}')
    for at in range(1, _len(sources)):
        for _ in sources[at]:
            before = 'argument 1' if at == 1 else f'arguments 1-{at}'
            raise ValueError(f'zip() argument {at + 1} is longer than {before}')
    raise StopIteration


def enumerate____new__(cls, iterable, start=0):
    return _iter_make(cls, 'enumerate', iter(iterable), _as_index(start))


def zip____new__(cls, *iterables, strict=False):
    return _iter_make(cls, 'zip', tuple([iter(iterable) for iterable in iterables]), True if strict else False)


def map____new__(cls, func, *iterables):
    return _iter_make(cls, 'map', func, tuple([iter(iterable) for iterable in iterables]))


def filter____new__(cls, func, iterable):
    return _iter_make(cls, 'filter', func, iter(iterable))


def reversed____new__(cls, source):
    method = _lookup(type(source), '__reversed__')
    if method is not None:
        return _bind(method, source)()
    return _iter_make(cls, 'reversed', source, len(source))


# Reductions -----------------------------------------------------------------------------------------------------


def py_any(*sources):
    for source in sources:
        for item in source:
            if item:
                return True
    return False


def py_all(*sources):
    for source in sources:
        for item in source:
            if not item:
                return False
    return True


def py_sum(source, start=0):
    return _add_up([item for item in source], start)


def _sum_on(source, total, item):
    total = total + item
    for item in source:
        total = total + item
    return total


def py_min(*args, key=None, **default):
    return _extreme('min', args, key, default)


def py_max(*args, key=None, **default):
    return _extreme('max', args, key, default)


def _extreme(name, args, key, default):
    source = args[0] if _len(args) == 1 else args
    largest = name == 'max'
    found = False
    best = best_key = None
    for item in source:
        this_key = item if key is None else key(item)
        if not found:
            best, best_key, found = item, this_key, True
        elif this_key > best_key if largest else this_key < best_key:
            best, best_key = item, this_key
    if found:
        return best
    if 'default' in default:
        return default['default']
    raise ValueError(f'{name}() iterable argument is empty')


# Sorting --------------------------------------------------------------------------------------------------------


def py_sorted(iterable, /, *, key=None, reverse=False):
    items = [item for item in _with_hint(iterable)]
    _sort_items(items, key, reverse)
    return items


def list__sort(self, /, *, key=None, reverse=False):
    items = _take_items(self)
    try:
        _sort_items(items, key, reverse)
    finally:
        untouched = _put_items(self, items)
    if not untouched:
        raise ValueError('list modified during sort')


def _sort_items(items, key, reverse):
    reverse = True if reverse else False
    keys = items if key is None else [key(item) for item in items]
    if _sort_order(items, keys, reverse):
        return
    order = [index for index in range(_len(items))]
    if reverse:
        order.reverse()
    order = _merge_sort(keys, order)
    if reverse:
        order.reverse()
    items[:] = [items[index] for index in order]


def _merge_sort(keys, order):
    """Stable, and for short lists with the comparisons that CPython makes (Objects/listobject.c)."""
    count = _len(order)
    if count < 2:
        return order
    if count >= 64:
        left, right = _merge_sort(keys, order[:count // 2]), _merge_sort(keys, order[count // 2:])
        merged = []
        at = 0
        for index in right:
            while at < _len(left) and not keys[index] < keys[left[at]]:
                merged.append(left[at])
                at += 1
            merged.append(index)
        return merged + left[at:]
    end = _count_run(keys, order)
    while end < count:
        index = order[end]
        pivot = keys[index]
        low, high = 0, end
        while low < high:
            middle = low + high >> 1
            if pivot < keys[order[middle]]:
                high = middle
            else:
                low = middle + 1
        order.insert(low, order.pop(end))
        end += 1
    return order


def _count_run(keys, order):
    """The length of the run that `order` begins with, made ascending (listobject.c, count_run)."""
    count = _len(order)
    end = 1
    while end < count and not keys[order[end]] < keys[order[end - 1]]:
        end += 1
    if end == count:
        return end
    if end > 1 and keys[order[0]] < keys[order[end - 1]]:
        return end
    # Descending; equal neighbours keep their order when the run is turned round.
    groups = [order[:end], [order[end]]]
    end += 1
    while end < count:
        if keys[order[end]] < keys[order[end - 1]]:
            groups.append([order[end]])
        elif keys[order[end - 1]] < keys[order[end]]:
            break
        else:
            groups[-1].append(order[end])
        end += 1
    run = []
    for group in reversed(groups):
        run.extend(group)
    order[:end] = run
    while end < count and not keys[order[end]] < keys[order[end - 1]]:
        end += 1
    return end
