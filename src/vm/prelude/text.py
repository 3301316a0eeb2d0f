# Hidden Python: texts and bytes, where the program's own classes have a say (Objects/unicodeobject.c, object.c).

# Texts ----------------------------------------------------------------------------------------------------------


def op_str(x):
    result = _bind(_lookup(type(x), '__str__'), x)()
    if not _plain_issubclass(type(result), str):
        raise TypeError(f'__str__ returned non-string (type {type(result).__name__})')
    return result


def op_repr(x):
    result = _bind(_lookup(type(x), '__repr__'), x)()
    if not _plain_issubclass(type(result), str):
        raise TypeError(f'__repr__ returned non-string (type {type(result).__name__})')
    return result


def op_ascii(x):
    return _ascii_text(op_repr(x))


def op_format(x, spec):
    result = _bind(_lookup(type(x), '__format__'), x)(spec)
    if not _plain_issubclass(type(result), str):
        raise TypeError(f'__format__ must return a str, not {type(result).__name__}')
    return result


def repr(obj):
    return op_repr(obj)


def ascii(obj):
    return op_ascii(obj)


def format(value, format_spec=''):
    return op_format(value, format_spec)


def str____new__(cls, object='', encoding=None, errors=None):
    text = op_str(object)
    return text if cls is str else str.__new__(cls, str.__str__(text))


def str__join(self, iterable):
    return str.join(self, [item for item in iterable])


def str____mul__(self, count):
    return str.__mul__(self, op_index(count))


def str____rmul__(self, count):
    return str.__mul__(self, op_index(count))


def str____mod__(self, values):
    plain, plan = _percent_plan(self)
    mapping = None
    if _plain_issubclass(type(values), tuple):
        items = [item for item in tuple.__iter__(values)]
    else:
        items = [values]
        if not _plain_issubclass(type(values), str) and _lookup(type(values), '__getitem__') is not None:
            mapping = values
    shown = []
    at = 0
    for key, stars, letter in plan:
        if key is None:
            if at + stars >= len(items):
                raise TypeError('not enough arguments for format string')
            for star in range(stars):
                shown.append(items[at])
                at += 1
            value = items[at]
            at += 1
        else:
            if mapping is None:
                raise TypeError('format requires a mapping')
            value = mapping[key]
            at = len(items)
        shown.append(_percent_value(letter, value))
    if at < len(items) and mapping is None:
        raise TypeError('not all arguments converted during string formatting')
    return str.__mod__(plain, tuple(shown))


def _percent_value(letter, value):
    if letter == 's':
        return str.__str__(op_str(value))
    if letter == 'r':
        return str.__str__(op_repr(value))
    if letter == 'a':
        return op_ascii(value)
    cls = type(value)
    if cls is int or cls is float or cls is bool:
        return value
    if letter in 'diu':
        if _lookup(cls, '__int__') is not None or _lookup(cls, '__index__') is not None:
            return int____new__(int, value)
    elif letter in 'xXo':
        if _lookup(cls, '__index__') is not None:
            return op_index(value)
    elif letter in 'eEfFgG':
        return _as_float(value)
    return value


def str__format(self, /, *args, **kwargs):
    return _format_fields(self, args, kwargs, [None, 0], 2)


def str__format_map(self, mapping):
    return _format_fields(self, None, mapping, [None, 0], 2)


def _format_fields(template, args, kwargs, count, depth):
    if depth == 0:
        raise ValueError('Max string recursion exceeded')
    out = []
    for literal, name, spec, conversion in _formatter_parser(template):
        out.append(literal)
        if name is None:
            continue
        value = _field_value(name, args, kwargs, count)
        if conversion == 'r':
            value = op_repr(value)
        elif conversion == 's':
            value = op_str(value)
        elif conversion == 'a':
            value = op_ascii(value)
        elif conversion is not None:
            raise ValueError(f'Unknown conversion specifier {conversion}')
        if '{' in spec or '}' in spec:
            spec = _format_fields(spec, args, kwargs, count, depth - 1)
        out.append(str.__str__(op_format(value, spec)))
    return ''.join(out)


def _field_value(name, args, kwargs, count):
    first, rest = _formatter_field_name_split(name)
    if args is None and (first == '' or type(first) is int):
        raise ValueError('Format string contains positional fields')
    if first == '' or type(first) is int:
        automatic = first == ''
        if count[0] is not None and count[0] is not automatic:
            if automatic:
                raise ValueError('cannot switch from manual field specification to automatic field numbering')
            raise ValueError('cannot switch from automatic field numbering to manual field specification')
        count[0] = automatic
        if automatic:
            first = count[1]
            count[1] += 1
        if first >= len(args):
            raise IndexError(f'Replacement index {first} out of range for positional args tuple')
        value = args[first]
    else:
        value = kwargs[first]
    for attribute, part in rest:
        value = getattr(value, part) if attribute else value[part]
    return value


# What is being shown, so that a container inside itself is shown once.
_shown = set()


def _show(obj, again, open, close, parts):
    key = (_ident(), _address(obj))
    if key in _shown:
        return again
    _shown.add(key)
    try:
        return open + ', '.join([part for part in parts]) + close
    finally:
        _shown.discard(key)


def list____repr__(self):
    return _show(self, '[...]', '[', ']', (op_repr(item) for item in list.__iter__(self)))


def tuple____repr__(self):
    close = ',)' if tuple.__len__(self) == 1 else ')'
    return _show(self, '(...)', '(', close, (op_repr(item) for item in tuple.__iter__(self)))


def dict____repr__(self):
    pairs = (op_repr(key) + ': ' + op_repr(value) for key, value in dict.items(self))
    return _show(self, '{...}', '{', '}', pairs)


def OrderedDict____repr__(self):
    name = type(self).__name__
    if not dict.__len__(self):
        return name + '()'
    return _show(self, '...', name + '({', '})',
                 (op_repr(key) + ': ' + op_repr(value) for key, value in dict.items(self)))


def set____repr__(self):
    name = type(self).__name__
    if not set.__len__(self):
        return name + '()'
    items = (op_repr(item) for item in set.__iter__(self))
    if type(self) is set:
        return _show(self, 'set(...)', '{', '}', items)
    return _show(self, name + '(...)', name + '({', '})', items)


def frozenset____repr__(self):
    name = type(self).__name__
    if not frozenset.__len__(self):
        return name + '()'
    return _show(self, name + '(...)', name + '({', '})', (op_repr(item) for item in frozenset.__iter__(self)))


def deque____repr__(self):
    end = ')' if self.maxlen is None else f', maxlen={self.maxlen})'
    return _show(self, '[...]', type(self).__name__ + '([', ']' + end, (op_repr(item) for item in self))


def mappingproxy____str__(self):
    return op_str(_view_dict(self))


def mappingproxy____repr__(self):
    return 'mappingproxy(' + op_repr(self | {}) + ')'


def dict_keys____repr__(self):
    return _show(self, '...', 'dict_keys([', '])', (op_repr(item) for item in self))


def dict_values____repr__(self):
    return _show(self, '...', 'dict_values([', '])', (op_repr(item) for item in self))


def dict_items____repr__(self):
    return _show(self, '...', 'dict_items([', '])', (op_repr(item) for item in self))


def slice____repr__(self):
    return f'slice({self.start!r}, {self.stop!r}, {self.step!r})'


def method____repr__(self):
    name = getattr(self.__func__, '__qualname__', '?')
    return f'<bound method {name} of {op_repr(self.__self__)}>'


def BaseException____repr__(self):
    return _show(self, '...', type(self).__name__ + '(', ')', (op_repr(item) for item in self.args))


def BaseException____str__(self):
    args = self.args
    if not args:
        return ''
    return op_str(args[0]) if len(args) == 1 else op_repr(args)


def KeyError____str__(self):
    return op_repr(self.args[0]) if len(self.args) == 1 else BaseException____str__(self)


# Bytes ----------------------------------------------------------------------------------------------------------


def _bytes_of(source):
    method = _lookup(type(source), '__bytes__')
    if method is not None:
        result = _bind(method, source)()
        if not _plain_issubclass(type(result), bytes):
            raise TypeError(f'__bytes__ returned non-bytes (type {type(result).__name__})')
        return result
    if _lookup(type(source), '__index__') is not None:
        return bytes(op_index(source))
    return bytes([op_index(item) for item in source])


def bytes____new__(cls, source=b'', encoding=None, errors=None):
    return bytes.__new__(cls, _bytes_of(source))


def bytearray____new__(cls, source=b'', encoding=None, errors=None):
    return bytearray.__new__(cls, _bytes_of(source))


def bytes__join(self, iterable):
    return bytes.join(self, [item for item in iterable])


def bytearray__join(self, iterable):
    return bytearray.join(self, [item for item in iterable])


def bytearray__append(self, item):
    bytearray.append(self, op_index(item))


def bytearray__insert(self, index, item):
    bytearray.insert(self, op_index(index), op_index(item))


def bytearray__remove(self, item):
    bytearray.remove(self, op_index(item))


def bytearray__extend(self, iterable):
    return bytearray.extend(self, [op_index(item) for item in iterable])
