# _string (Objects/stringlib/unicode_format.h): the two parsers under string.Formatter.


def formatter_parser(text, /):
    if not isinstance(text, str):
        raise TypeError(f'expected str, got {type(text).__name__}')
    return _fields(text)


def _fields(text):
    at, end = 0, len(text)
    while at < end:
        literal = []
        field = None
        while at < end:
            char = text[at]
            at += 1
            if char == '{':
                if at < end and text[at] == '{':
                    literal.append('{')
                    at += 1
                    break
                if at >= end:
                    raise ValueError("Single '{' encountered in format string")
                depth, start = 1, at
                inside = False
                while at < end:
                    if text[at] == '[':
                        inside = True
                    elif text[at] == ']':
                        inside = False
                    elif inside:
                        pass
                    elif text[at] == '{':
                        depth += 1
                    elif text[at] == '}':
                        depth -= 1
                        if not depth:
                            break
                    at += 1
                if depth:
                    raise ValueError("expected '}' before end of string")
                field = text[start:at]
                at += 1
                break
            if char == '}':
                if at < end and text[at] == '}':
                    literal.append('}')
                    at += 1
                    break
                raise ValueError("Single '}' encountered in format string")
            literal.append(char)
        literal = ''.join(literal)
        if field is None:
            yield literal, None, None, None
        else:
            yield (literal, *_split(field))


def _split(field):
    """Splits `name!conversion:spec`; brackets protect what stands in them."""
    depth = 0
    for at, char in enumerate(field):
        if char == '[':
            depth += 1
        elif char == ']' and depth:
            depth -= 1
        elif char in '!:' and not depth:
            break
    else:
        return field, '', None
    name, rest = field[:at], field[at:]
    conversion = None
    if rest[0] == '!':
        if len(rest) < 2:
            raise ValueError('end of string while looking for conversion specifier')
        conversion, rest = rest[1], rest[2:]
        if rest and rest[0] != ':':
            raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion


def formatter_field_name_split(text, /):
    if not isinstance(text, str):
        raise TypeError(f'expected str, got {type(text).__name__}')
    end = len(text)
    at = 0
    while at < end and text[at] not in '.[':
        at += 1
    first = text[:at]
    if first.isdecimal():
        first = int(first)
    return first, _rest(text, at)


def _rest(text, at):
    end = len(text)
    while at < end:
        if text[at] == '.':
            start = at = at + 1
            while at < end and text[at] not in '.[':
                at += 1
            if start == at:
                raise ValueError('Empty attribute in format string')
            yield True, text[start:at]
        elif text[at] == '[':
            close = text.find(']', at)
            if close < 0:
                raise ValueError("Missing ']' in format string")
            name = text[at + 1:close]
            if not name:
                raise ValueError('Empty attribute in format string')
            at = close + 1
            yield False, int(name) if name.isdecimal() else name
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
