# _csv (Modules/_csv.c): the state machine of the reader, the quoting of the writer, the dialects.

__version__ = '1.0'
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
_dialects = {}
_limit = [131072]


class Error(Exception):
    __module__ = '_csv'


_DEFAULTS = {'delimiter': ',', 'doublequote': True, 'escapechar': None, 'lineterminator': '\r\n', 'quotechar': '"',
             'quoting': QUOTE_MINIMAL, 'skipinitialspace': False, 'strict': False}


def _char(name, value, optional):
    if optional and value is None:
        return None
    what = 'a unicode character or None' if optional else 'a unicode character'
    if not isinstance(value, str):
        raise TypeError(f'"{name}" must be {what}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be {what}, not a string of length {len(value)}')
    return value


class Dialect:
    __module__ = '_csv'
    __slots__ = tuple(['_' + name for name in _DEFAULTS])

    def __new__(cls, dialect=None, **options):
        if dialect is not None:
            if isinstance(dialect, str):
                dialect = get_dialect(dialect)
            if type(dialect) is Dialect and not options:
                return dialect
        self = object.__new__(cls)
        for name in options:
            if name not in _DEFAULTS:
                raise TypeError(f'this function got an unexpected keyword argument {name!r}')
        chosen = {}
        for name, default in _DEFAULTS.items():
            chosen[name] = options[name] if name in options else getattr(dialect, name, default)
        _check(chosen, 'quotechar' in options or hasattr(dialect, 'quotechar'),
               'quoting' in options or hasattr(dialect, 'quoting'))
        for name, value in chosen.items():
            object.__setattr__(self, '_' + name, value)
        return self

    delimiter = property(lambda self: self._delimiter)
    doublequote = property(lambda self: self._doublequote)
    escapechar = property(lambda self: self._escapechar)
    lineterminator = property(lambda self: self._lineterminator)
    quotechar = property(lambda self: self._quotechar)
    quoting = property(lambda self: self._quoting)
    skipinitialspace = property(lambda self: self._skipinitialspace)
    strict = property(lambda self: self._strict)

    def __reduce_ex__(self, protocol, /):
        raise TypeError(f"cannot pickle {type(self).__name__!r} instances")


def _check(chosen, has_quotechar, has_quoting):
    chosen['delimiter'] = _char('delimiter', chosen['delimiter'], False)
    chosen['doublequote'] = bool(chosen['doublequote'])
    chosen['escapechar'] = _char('escapechar', chosen['escapechar'], True)
    end = chosen['lineterminator']
    if end is not None and not isinstance(end, str):
        raise TypeError(f'"lineterminator" must be a string, not {type(end).__name__}')
    quote = chosen['quotechar'] = _char('quotechar', chosen['quotechar'], True)
    quoting = chosen['quoting']
    if type(quoting) is not int:
        raise TypeError(f'"quoting" must be an integer, not {type(quoting).__name__}')
    chosen['skipinitialspace'] = bool(chosen['skipinitialspace'])
    chosen['strict'] = bool(chosen['strict'])
    if not 0 <= quoting <= 5:
        raise TypeError('bad "quoting" value')
    if has_quotechar and quote is None and not has_quoting:
        quoting = chosen['quoting'] = QUOTE_NONE
    if quoting != QUOTE_NONE and quote is None:
        raise TypeError('quotechar must be set if quoting enabled')
    if end is None:
        raise TypeError('lineterminator must be set')
    space = chosen['skipinitialspace']
    for name in ('delimiter', 'escapechar', 'quotechar'):
        char = chosen[name]
        if char is not None and (char in '\r\n' or char == ' ' and space and name != 'delimiter'):
            raise ValueError(f'bad {name} value')
    _differ('delimiter', 'escapechar', chosen)
    _differ('delimiter', 'quotechar', chosen)
    _differ('escapechar', 'quotechar', chosen)
    for name in ('delimiter', 'escapechar', 'quotechar'):
        if chosen[name] is not None and chosen[name] in end:
            raise ValueError(f'bad {name} or lineterminator value')


def _differ(one, other, chosen):
    if chosen[one] is not None and chosen[one] == chosen[other]:
        raise ValueError(f'bad {one} or {other} value')


class _reader:
    __slots__ = ('_lines', 'dialect', 'line_num', '_fields', '_field', '_state', '_plain', '__weakref__')

    def __init__(self, lines, dialect):
        self._lines, self.dialect, self.line_num = iter(lines), dialect, 0
        self._fields, self._field, self._state, self._plain = [], [], 'start record', True

    def __iter__(self):
        return self

    def __next__(self):
        self._fields, self._field, self._state = [], [], 'start record'
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if not self._field and self._state != 'quoted':
                    raise
                if self.dialect.strict:
                    raise Error('unexpected end of data') from None
                self._save()
                return self._fields
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} (the file should be opened in '
                            'text mode)')
            self.line_num += 1
            if self._state != 'start record' or not self._split(line):
                for char in line:
                    self._take(char)
                self._take(None)
            if self._state == 'start record':
                return self._fields

    def _split(self, line):
        """A line without quotes and escapes; false if it is not so plain."""
        dialect = self.dialect
        text = line.rstrip('\r\n')
        if (dialect.quoting not in (QUOTE_MINIMAL, QUOTE_ALL) or dialect.skipinitialspace or dialect.quotechar in text
                or dialect.escapechar is not None or '\r' in text or '\n' in text or len(text) > _limit[0]):
            return False
        self._fields = text.split(dialect.delimiter) if text else []
        return True

    def _save(self):
        text = ''.join(self._field)
        self._field = []
        quoting = self.dialect.quoting
        if self._plain and not text and quoting in (QUOTE_NOTNULL, QUOTE_STRINGS):
            text = None
        elif self._plain and text and quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS):
            text = float(text)
        self._fields.append(text)

    def _add(self, char):
        if len(self._field) >= _limit[0]:
            raise Error(f'field larger than field limit ({_limit[0]})')
        self._field.append(char)

    def _end(self, char):
        self._save()
        self._state = 'start record' if char is None else 'eat newline'

    def _take(self, char):
        dialect, state = self.dialect, self._state
        ends = char is None or char in '\r\n'
        if state == 'after escaped newline':
            if char is None:
                return
            state = 'field'
        if state == 'start record':
            if char is None:
                return
            if ends:
                self._state = 'eat newline'
                return
            state = 'start field'
        if state == 'start field':
            self._plain = True
            if char == dialect.quotechar and not ends and dialect.quoting != QUOTE_NONE:
                self._plain, self._state = False, 'quoted'
                return
            if char == ' ' != dialect.escapechar and dialect.skipinitialspace:
                self._state = 'start field'
                return
            state = 'field'
        if state == 'escaped':
            self._add('\n' if char is None else char)
            self._state = 'after escaped newline' if ends and char is not None else 'field'
        elif state == 'field':
            if ends:
                self._end(char)
            elif char == dialect.escapechar:
                self._state = 'escaped'
            elif char == dialect.delimiter:
                self._save()
                self._state = 'start field'
            else:
                self._add(char)
                self._state = 'field'
        elif state == 'quoted':
            if char is None:
                pass
            elif char == dialect.escapechar:
                self._state = 'escape in quoted'
            elif char == dialect.quotechar and dialect.quoting != QUOTE_NONE:
                self._state = 'quote in quoted' if dialect.doublequote else 'field'
            else:
                self._add(char)
        elif state == 'escape in quoted':
            self._add('\n' if char is None else char)
            self._state = 'quoted'
        elif state == 'quote in quoted':
            if ends:
                self._end(char)
            elif dialect.quoting != QUOTE_NONE and char == dialect.quotechar:
                self._add(char)
                self._state = 'quoted'
            elif char == dialect.delimiter:
                self._save()
                self._state = 'start field'
            elif not dialect.strict:
                self._add(char)
                self._state = 'field'
            else:
                raise Error(f"'{dialect.delimiter}' expected after '{dialect.quotechar}'")
        elif char is None:
            self._state = 'start record'
        elif not ends:
            raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")


class _writer:
    __slots__ = ('_write', 'dialect', '__weakref__')

    def __init__(self, file, dialect):
        self._write = getattr(file, 'write', None)
        if not callable(self._write):
            raise TypeError('argument 1 must have a "write" method')
        self.dialect = dialect

    def writerow(self, row, /):
        try:
            fields = iter(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        dialect = self.dialect
        texts = []
        field = None
        for field in fields:
            texts.append(_written(dialect, field))
        if len(texts) == 1 and not texts[0]:
            if dialect.quoting == QUOTE_NONE or field is None and dialect.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                raise Error('single empty field record must be quoted')
            texts = [dialect.quotechar * 2]
        return self._write(dialect.delimiter.join(texts) + dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


def _written(dialect, field):
    """One field as it stands in the line."""
    quoting, quote, escape = dialect.quoting, dialect.quotechar, dialect.escapechar
    if quoting == QUOTE_NONNUMERIC:
        quoted = not (isinstance(field, (int, float)) or hasattr(type(field), '__float__')
                      or hasattr(type(field), '__index__'))
    elif quoting == QUOTE_STRINGS:
        quoted = isinstance(field, str)
    elif quoting == QUOTE_NOTNULL:
        quoted = field is not None
    else:
        quoted = quoting == QUOTE_ALL
    text = field if isinstance(field, str) else '' if field is None else str(field)
    if not text and dialect.delimiter == ' ' and dialect.skipinitialspace:
        if quoting == QUOTE_NONE or field is None and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
            raise Error('empty field must be quoted if delimiter is a space and skipinitialspace is true')
        quoted = True
    special = dialect.delimiter + (escape or '') + (quote or '') + '\r\n' + dialect.lineterminator
    out = []
    for char in text:
        if char in special:
            escaped = quoting == QUOTE_NONE
            if not escaped:
                if char == quote:
                    if dialect.doublequote:
                        out.append(quote)
                    else:
                        escaped = True
                elif char == escape:
                    escaped = True
                quoted = quoted or not escaped
            if escaped:
                if escape is None:
                    raise Error('need to escape, but no escapechar set')
                out.append(escape)
        out.append(char)
    text = ''.join(out)
    return f'{quote}{text}{quote}' if quoted else text


def reader(iterable, /, dialect=None, **options):
    return _reader(iterable, _chosen(dialect, options))


def writer(fileobj, /, dialect=None, **options):
    return _writer(fileobj, _chosen(dialect, options))


def _chosen(dialect, options):
    return Dialect(dialect, **options)


def register_dialect(name, dialect=None, /, **options):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = Dialect(dialect, **options)


def unregister_dialect(name, /):
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name, /):
    if name not in _dialects:
        raise Error('unknown dialect')
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(*limit):
    old = _limit[0]
    if limit:
        if type(limit[0]) is not int:
            raise TypeError('limit must be an integer')
        _limit[0] = limit[0]
    return old


_reader.__name__ = _reader.__qualname__ = 'reader'
_writer.__name__ = _writer.__qualname__ = 'writer'
