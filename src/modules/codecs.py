# codecs: the names that the library mentions, over the methods of str and bytes.

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'


from _codecs import decode, encode


class CodecInfo:
    def __init__(self, name):
        self.name = name

    def encode(self, text, errors='strict'):
        return text.encode(self.name, errors), len(text)

    def decode(self, data, errors='strict'):
        return data.decode(self.name, errors), len(data)


def lookup(encoding, /):
    name = encoding.lower().replace('_', '-')
    name = {'utf8': 'utf-8', 'latin-1': 'iso8859-1', 'latin1': 'iso8859-1', 'us-ascii': 'ascii'}.get(name, name)
    ''.encode(encoding)
    return CodecInfo(name)


_searches = []
_handlers = {}


def register(search_function, /):
    """Register a codec search function. The codecs of the machine are asked first, and no others are used."""
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _searches.append(search_function)


def unregister(search_function, /):
    """Unregister a codec search function."""
    if search_function in _searches:
        _searches.remove(search_function)


def register_error(errors, handler, /):
    """Register an error handler under a name, for `lookup_error`."""
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[errors] = handler


def lookup_error(name, /):
    """The error handler that was registered under a name."""
    try:
        return _handlers[name]
    except KeyError:
        raise LookupError(f'unknown error handler name {name!r}') from None
