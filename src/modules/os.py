# os: the few names that the library and teaching programs ask for. There is no file system and no process.

import sys
from abc import ABC as _ABC, abstractmethod as _abstractmethod
from _collections_abc import MutableMapping as _MutableMapping

name = 'posix'
linesep = '\n'
error = OSError
supports_bytes_environ = True
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0


class PathLike(_ABC):
    __slots__ = ()

    @_abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any(['__fspath__' in base.__dict__ for base in subclass.__mro__])
        return NotImplemented

    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


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


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


class _Environ(_MutableMapping):
    def __init__(self, data):
        self._data = data

    def __getitem__(self, key):
        _text(key)
        try:
            return self._data[key]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        _text(key)
        _text(value)
        self._data[key] = value

    def __delitem__(self, key):
        _text(key)
        del self._data[key]

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f"environ({{{', '.join([f'{k!r}: {v!r}' for k, v in self._data.items()])}}})"

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]


def _text(value):
    if not isinstance(value, str):
        raise TypeError(f'str expected, not {type(value).__name__}')


environ = _Environ({'HOME': '/home/user', 'LANG': 'C.UTF-8', 'PATH': '/usr/bin', 'USER': 'user'})


def getenv(key, default=None):
    return environ.get(key, default)


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


def getcwd():
    return '/home/user'


def cpu_count():
    return 4


process_cpu_count = cpu_count


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
    from errno import _texts
    return _texts.get(code, f'Unknown error {code}')


class terminal_size(tuple):
    __slots__ = ()
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f'os.terminal_size(columns={self[0]}, lines={self[1]})'


def get_terminal_size(fd=1, /):
    return terminal_size((80, 24))


def isatty(fd, /):
    return False


def _exit(status):
    raise NotImplementedError('os._exit() is not supported yet')


def _refuse(name):
    def refused(*args, **kwargs):
        raise NotImplementedError(f'os.{name}() is not supported: there is no file system and no operating system here')
    refused.__name__ = refused.__qualname__ = name
    return refused


def _no_file(name):
    def absent(path, *args, **kwargs):
        raise FileNotFoundError(2, 'No such file or directory', path)
    absent.__name__ = absent.__qualname__ = name
    return absent


for _name in ('stat', 'lstat', 'readlink', 'unlink', 'remove', 'rmdir', 'chdir', 'listdir', 'scandir', 'rename',
              'replace', 'chmod', 'utime'):
    vars(sys.modules['os'])[_name] = _no_file(_name)
for _name in ('system', 'popen', 'kill', 'pipe', 'open', 'read', 'write', 'close', 'dup', 'dup2', 'mkdir',
              'makedirs', 'walk', 'execv', 'execvp', 'spawnv', 'wait', 'waitpid', 'abort', 'link', 'symlink', 'fdopen'):
    vars(sys.modules['os'])[_name] = _refuse(_name)
del _name


def access(path, mode, **kwargs):
    return False


import posixpath as path
from posixpath import curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull

sys.modules['os.path'] = path
