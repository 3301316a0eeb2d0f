# linecache: source lines come from the machine, which keeps each file's text.

cache = {}


def getlines(filename, module_globals=None):
    if filename in cache:
        return cache[filename][2]
    text = _source(filename)
    if text is None:
        return []
    lines = text.split('\n')
    if lines and not lines[-1]:
        lines.pop()
    return [line + '\n' for line in lines]


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def clearcache():
    cache.clear()


def checkcache(filename=None):
    pass


def updatecache(filename, module_globals=None):
    return getlines(filename)


def lazycache(filename, module_globals):
    return True


def _getline_from_code(code, lineno):
    return getline(code.co_filename, lineno)


def _getlines_from_code(code):
    return getlines(code.co_filename)


def _source_unavailable(filename):
    return _source(filename) is None


def _register_code(code, string, name):
    cache[name] = len(string), None, [line + '\n' for line in string.splitlines()], name
