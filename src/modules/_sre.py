# _sre (Modules/_sre/sre.c): patterns and matches over the native engine.
#
# The engine's answer to a run is None or a tuple (start, end, lastindex, start of group 1, its end, ...), -1 where a
# group took no part.

MAGIC = 20230612
CODESIZE = 4
MAXREPEAT = 4294967295
MAXGROUPS = 1073741823
FLAG_NAMES = ((2, 're.IGNORECASE'), (4, 're.LOCALE'), (8, 're.MULTILINE'), (16, 're.DOTALL'), (64, 're.VERBOSE'),
              (128, 're.DEBUG'), (256, 're.ASCII'))


def compile(pattern, flags, code, groups, groupindex, indexgroup):
    self = object.__new__(Pattern)
    self.pattern = pattern
    self.flags = flags
    self.groups = groups
    self._groupindex = groupindex
    self._indexgroup = indexgroup
    self._code = _pack(code)
    return self


def template(pattern, template):
    # [literal, group, literal, group, ..., literal]
    return template


def getcodesize():
    return CODESIZE


class Pattern:
    __slots__ = ('pattern', 'flags', 'groups', '_groupindex', '_indexgroup', '_code', '__weakref__')
    __module__ = 're'

    def __new__(cls, *args):
        raise TypeError("cannot create 're.Pattern' instances")

    @property
    def groupindex(self):
        return _mappingproxy(self._groupindex)

    def _subject(self, string):
        if isinstance(string, str):
            if isinstance(self.pattern, (bytes, bytearray)):
                raise TypeError('cannot use a bytes pattern on a string-like object')
        elif isinstance(string, (bytes, bytearray)):
            if isinstance(self.pattern, str):
                raise TypeError('cannot use a string pattern on a bytes-like object')
        else:
            raise TypeError(f"expected string or bytes-like object, got '{type(string).__name__}'")

    def _match(self, string, pos, endpos, mode):
        self._subject(string)
        size = len(string)
        pos = max(0, min(pos, size))
        endpos = max(0, min(endpos, size))
        if endpos < pos:
            return None
        found = _run(self._code, string, pos, endpos, mode, False)
        return None if found is None else _make(self, string, pos, endpos, found)

    def match(self, string, pos=0, endpos=MAXREPEAT):
        return self._match(string, pos, endpos, 0)

    def fullmatch(self, string, pos=0, endpos=MAXREPEAT):
        return self._match(string, pos, endpos, 1)

    def search(self, string, pos=0, endpos=MAXREPEAT):
        return self._match(string, pos, endpos, 2)

    def _each(self, string, pos=0, endpos=MAXREPEAT):
        self._subject(string)
        endpos = min(endpos, len(string))
        advance = False
        code = self._code
        while pos <= endpos:
            found = _run(code, string, pos, endpos, 2, advance)
            if found is None:
                return
            yield found
            pos = found[1]
            advance = found[0] == pos

    def finditer(self, string, pos=0, endpos=MAXREPEAT):
        self._subject(string)
        return _matches(self, string, pos, endpos)

    def findall(self, string, pos=0, endpos=MAXREPEAT):
        items = []
        groups = self.groups
        empty = string[:0] if isinstance(string, (str, bytes, bytearray)) else ''
        for found in self._each(string, pos, endpos):
            if groups == 0:
                items.append(string[found[0]:found[1]])
            elif groups == 1:
                items.append(string[found[3]:found[4]] if found[3] >= 0 else empty)
            else:
                items.append(tuple([string[found[i]:found[i + 1]] if found[i] >= 0 else empty
                                    for i in range(3, 2 * groups + 3, 2)]))
        return items

    def split(self, string, maxsplit=0):
        parts = []
        last = 0
        for found in self._each(string):
            parts.append(string[last:found[0]])
            for i in range(3, 2 * self.groups + 3, 2):
                parts.append(string[found[i]:found[i + 1]] if found[i] >= 0 else None)
            last = found[1]
            if maxsplit:
                maxsplit -= 1
                if not maxsplit:
                    break
        parts.append(string[last:])
        return parts

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        self._subject(string)
        empty = string[:0]
        literal = False
        if not callable(repl):
            literal = ('\\' if isinstance(repl, str) else b'\\') not in repl
            if not literal:
                import re
                parts = re._compile_template(self, repl)
                if len(parts) == 1:
                    literal, repl = True, parts[0]
                else:
                    def repl(match):
                        return match._fill(parts)
        pieces = []
        last = n = 0
        for found in self._each(string):
            pieces.append(string[last:found[0]])
            if literal:
                pieces.append(repl)
            else:
                piece = repl(_make(self, string, 0, len(string), found))
                if piece is not None:
                    pieces.append(piece)
            last = found[1]
            n += 1
            if n == count:
                break
        if not n:
            return string, 0
        pieces.append(string[last:])
        return empty.join(pieces), n

    def scanner(self, string, pos=0, endpos=MAXREPEAT):
        self._subject(string)
        scanner = object.__new__(SRE_Scanner)
        scanner.pattern = self
        scanner._state = [string, pos, min(endpos, len(string)), False]
        return scanner

    def __repr__(self):
        flags = self.flags
        if isinstance(self.pattern, str):
            if flags & 0x124 == 0x20:
                flags &= ~0x20
        names = []
        for bit, name in FLAG_NAMES:
            if flags & bit:
                names.append(name)
                flags &= ~bit
        if flags:
            names.append(hex(flags))
        shown = repr(self.pattern)[:200]
        return f"re.compile({shown}, {'|'.join(names)})" if names else f're.compile({shown})'

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.flags == other.flags and type(self.pattern) is type(other.pattern) and self.pattern == other.pattern

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


_mappingproxy = type(type.__dict__)


def _matches(pattern, string, pos, endpos):
    for found in pattern._each(string, pos, endpos):
        yield _make(pattern, string, pos, min(endpos, len(string)), found)


class SRE_Scanner:
    __slots__ = ('pattern', '_state')
    __module__ = '_sre'

    def _next(self, mode):
        state = self._state
        string, pos, endpos, advance = state
        if pos > endpos:
            return None
        found = _run(self.pattern._code, string, pos, endpos, mode, advance)
        if found is None:
            state[1] = endpos + 1
            return None
        state[1] = found[1]
        state[3] = found[0] == found[1]
        return _make(self.pattern, string, pos, endpos, found)

    def match(self):
        return self._next(0)

    def search(self):
        return self._next(2)


def _make(pattern, string, pos, endpos, found):
    match = object.__new__(Match)
    match.re = pattern
    match.string = string
    match.pos = pos
    match.endpos = endpos
    # Groups after the last one that took part are not listed.
    match._found = found + (-1,) * (3 + 2 * pattern.groups - len(found))
    return match


class Match:
    __slots__ = ('re', 'string', 'pos', 'endpos', '_found')
    __module__ = 're'

    def __new__(cls, *args):
        raise TypeError("cannot create 're.Match' instances")

    def _place(self, group):
        if isinstance(group, str):
            at = self.re._groupindex.get(group, -1)
        elif hasattr(group, '__index__'):
            at = group.__index__()
        else:
            at = -1
        if not 0 <= at <= self.re.groups:
            raise IndexError('no such group')
        return 2 * at + 1 if at else 0

    def _text(self, group, default=None):
        at = self._place(group)
        start = self._found[at]
        return self.string[start:self._found[at + 1]] if start >= 0 else default

    def group(self, *groups):
        if not groups:
            return self.string[self._found[0]:self._found[1]]
        if len(groups) == 1:
            return self._text(groups[0])
        return tuple([self._text(group) for group in groups])

    def __getitem__(self, group):
        return self._text(group)

    def groups(self, default=None):
        return tuple([self._text(group, default) for group in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(group, default) for name, group in self.re._groupindex.items()}

    def start(self, group=0, /):
        return self._found[self._place(group)]

    def end(self, group=0, /):
        return self._found[self._place(group) + 1]

    def span(self, group=0, /):
        at = self._place(group)
        return self._found[at], self._found[at + 1]

    @property
    def regs(self):
        return tuple([self.span(group) for group in range(self.re.groups + 1)])

    @property
    def lastindex(self):
        last = self._found[2]
        return last if last > 0 else None

    @property
    def lastgroup(self):
        last = self._found[2]
        names = self.re._indexgroup
        return names[last] if 0 < last < len(names) else None

    def _fill(self, parts):
        pieces = [parts[0]]
        for at in range(1, len(parts), 2):
            text = self._text(parts[at])
            if text is not None:
                pieces.append(text)
            pieces.append(parts[at + 1])
        return parts[0][:0].join(pieces)

    def expand(self, template):
        import re
        parts = re._compile_template(self.re, template)
        return self._fill(parts)

    def __repr__(self):
        return f'<re.Match object; span={self.span()!r}, match={self.group()!r}>'

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)
