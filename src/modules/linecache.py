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
    if filename in cache:
        lines = cache[filename][2]
        return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''
    # A traceback asks for each line of a long statement: no list is made of the others.
    text = _source(filename)
    if text is None or lineno < 1:
        return ''
    lines = text.split('\n', lineno)
    return lines[lineno - 1] + '\n' if len(lines) > lineno or len(lines) == lineno and lines[-1] else ''


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
