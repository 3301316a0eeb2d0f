# locale: only the C locale exists.

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127


class Error(Exception):
    pass


def setlocale(category, locale=None):
    if locale not in (None, '', 'C', 'POSIX', 'C.UTF-8'):
        raise Error('unsupported locale setting')
    return 'C'


def getlocale(category=LC_CTYPE):
    return None, None


def localeconv():
    return {'decimal_point': '.', 'thousands_sep': '', 'grouping': []}


def getpreferredencoding(do_setlocale=True):
    return 'utf-8'


def getencoding():
    return 'utf-8'


def format_string(format, value, grouping=False, monetary=False):
    return format % value


def strcoll(a, b, /):
    return (a > b) - (a < b)


def strxfrm(text, /):
    return text


def normalize(localename):
    """The locale's usual name. There is no table of aliases: only the encoding is written as it mostly is."""
    name, dot, encoding = localename.partition('.')
    return f'{name}.UTF-8' if encoding.lower().replace('-', '') == 'utf8' else localename
