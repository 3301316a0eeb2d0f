# posix, the rest: who runs, on what, and what is refused by name.


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    if not hasattr(kind, '__fspath__'):
        raise TypeError(f'expected str, bytes or os.PathLike object, not {kind.__name__}')
    shown = kind.__fspath__(path)
    if isinstance(shown, (str, bytes)):
        return shown
    raise TypeError(f'expected {kind.__name__}.__fspath__() to return str or bytes, not {type(shown).__name__}')


def putenv(name, value, /):
    pass


def unsetenv(name, /):
    pass


def getpid():
    return 1000


def getppid():
    return 1


def getuid():
    return 1000


geteuid = getgid = getegid = getuid


def getlogin():
    return 'user'


def cpu_count():
    return 4


def sched_getaffinity(pid, /):
    return set(range(cpu_count()))


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    pass


_entropy = []


def urandom(size, /):
    if size < 0:
        raise ValueError('negative argument not allowed')
    if not _entropy:
        from _random import Random
        _entropy.append(Random())
    return _entropy[0].getrandbits(8 * size).to_bytes(size, 'little') if size else b''


def getrandom(size, flags=0):
    return urandom(size)


def strerror(code, /):
    return _error_texts.get(code, f'Unknown error {code}')


class terminal_size(tuple):
    __module__ = 'os'
    __slots__ = ()
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f'os.terminal_size(columns={self[0]}, lines={self[1]})'


def get_terminal_size(fd=1, /):
    return terminal_size((80, 24))


class uname_result(tuple):
    __module__ = 'posix'
    __slots__ = ()
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])

    def __repr__(self):
        return (f'posix.uname_result(sysname={self[0]!r}, nodename={self[1]!r}, release={self[2]!r}, '
                f'version={self[3]!r}, machine={self[4]!r})')


def uname():
    return uname_result(('Linux', 'interloop', '6.0', '#1', 'wasm32'))


class times_result(tuple):
    __module__ = 'posix'
    __slots__ = ()
    user = property(lambda self: self[0])
    system = property(lambda self: self[1])
    elapsed = property(lambda self: self[4])


def times():
    from time import monotonic, process_time
    return times_result((process_time(), 0.0, 0.0, 0.0, monotonic()))


def _exit(status):
    raise NotImplementedError('os._exit() is not supported yet')


def _refuse(name):
    def refused(*args, **kwargs):
        raise NotImplementedError(f'os.{name}() is not supported: there is no operating system under this machine')
    refused.__name__ = refused.__qualname__ = name
    return refused


for _name in ('system', 'kill', 'pipe', 'fork', 'wait', 'waitpid', 'abort', 'execv', 'execve', 'mkfifo', 'openpty'):
    __modules['posix'].__dict__[_name] = _refuse(_name)
del _name, _at


def _path_splitroot_ex(path, /):
    path = fspath(path)
    sep = b'/' if isinstance(path, bytes) else '/'
    rest = path.lstrip(sep)
    count = len(path) - len(rest)
    root = sep * (2 if count == 2 else min(count, 1))
    return path[:0], root, path[len(root):]
