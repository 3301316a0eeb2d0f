# posix (Modules/posixmodule.c): a file system in memory, and the few other answers of an operating system.
#
# A file is an object with a bytearray, a directory one with a dict: part of the state like all others, copied with
# it, and what a thread touches of it is recorded by itself. A file that is opened takes a number only when asked for
# one, so threads that open different files touch nothing in common. There are no processes, users or rights.

import sys
from errno import (EBADF as _EBADF, EEXIST as _EEXIST, EINVAL as _EINVAL, EISDIR as _EISDIR, ELOOP as _ELOOP,
                   ENOENT as _ENOENT, ENOTDIR as _ENOTDIR, ENOTEMPTY as _ENOTEMPTY, ENOTTY as _ENOTTY, ESPIPE as _ESPIPE,
                   EPERM as _EPERM, _texts as _error_texts)
from time import time_ns as _time_ns

error = OSError
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
O_NOCTTY, O_NONBLOCK, O_DIRECTORY, O_NOFOLLOW, O_CLOEXEC = 256, 2048, 65536, 131072, 524288
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
EX_OK, EX_USAGE, EX_SOFTWARE = 0, 64, 70
P_NOWAIT, P_WAIT, WNOHANG, NGROUPS_MAX, TMP_MAX = 1, 0, 1, 65536, 238328
SEEK_DATA, SEEK_HOLE = 3, 4
_DIR, _FILE, _LINK, _CHAR = 0o040000, 0o100000, 0o120000, 0o020000
_have_functions = []
environ = {b'HOME': b'/home/user', b'LANG': b'C.UTF-8', b'PATH': b'/usr/bin', b'USER': b'user'}


class _Node:
    """A file, directory, link or device: what it holds is `data`."""

    __slots__ = ('mode', 'data', 'links', 'times')

    def __init__(self, mode, data):
        now = _time_ns()
        self.mode, self.data, self.links, self.times = mode, data, 1, (now, now, now)

    def is_dir(self):
        return self.mode & 0o170000 == _DIR

    def is_link(self):
        return self.mode & 0o170000 == _LINK

    def is_device(self):
        return self.mode & 0o170000 == _CHAR

    def touch(self):
        self.times = (self.times[0], now := _time_ns(), now)


class _Open:
    """An open file: its node, its place, and what may be done with it."""

    __slots__ = ('node', 'at', 'flags', 'closed', 'name')

    def __init__(self, node, flags, name):
        self.node, self.at, self.flags, self.closed, self.name = node, 0, flags, False, name

    def readable(self):
        return self.flags & 3 != O_WRONLY

    def writable(self):
        return self.flags & 3 != O_RDONLY

    def read(self, size):
        if not self.readable():
            _fail(_EBADF)
        if self.node.is_dir():
            _fail(_EISDIR)
        data = self.node.data
        end = len(data) if size is None or size < 0 else self.at + size
        part = bytes(data[self.at:end])
        self.at += len(part)
        return part

    def write(self, content):
        if not self.writable():
            _fail(_EBADF)
        node = self.node
        if not node.is_device():
            data = node.data
            at = len(data) if self.flags & O_APPEND else self.at
            if at > len(data):
                data += bytes(at - len(data))
            data[at:at + len(content)] = content
            self.at = at + len(content)
            node.touch()
        return len(content)

    def seek(self, offset, whence):
        if whence not in (0, 1, 2):
            _fail(_EINVAL)
        base = (0, self.at, 0 if self.node.is_dir() else len(self.node.data))[whence]
        if base + offset < 0:
            _fail(_EINVAL)
        self.at = base + offset
        return self.at

    def truncate(self, size):
        if not self.writable() or size < 0:
            _fail(_EINVAL)
        data = self.node.data
        if size < len(data):
            del data[size:]
        else:
            data += bytes(size - len(data))
        self.node.touch()

    def close(self):
        self.closed = True


def _directory(names):
    return _Node(_DIR | 0o755, names)


# The rules of UTC, as `zoneinfo` reads them: the only ones here.
_UTC = (b'TZif2' + bytes(15) + bytes(16) + b'\0\0\0\1\0\0\0\4' + bytes(6) + b'UTC\0') * 2 + b'\nUTC0\n'
_zones = _directory({name: _Node(_FILE | 0o644, bytearray(_UTC)) for name in ('UTC', 'GMT', 'Zulu')})
_zones.data['Etc'] = _directory(dict(_zones.data))
_root = _directory({'home': _directory({'user': _directory({})}), 'tmp': _directory({}),
                    'usr': _directory({'share': _directory({'zoneinfo': _zones})}),
                    'dev': _directory({'null': _Node(_CHAR | 0o666, bytearray())})})
_here = [('', _root), ('home', _root.data['home']), ('user', _root.data['home'].data['user'])]
_numbers = {}
_mask = [0o022]


def _fail(code, *paths):
    paths = [fspath(path) if hasattr(type(path), '__fspath__') else path for path in paths]
    if len(paths) > 1:
        raise OSError(code, _error_texts[code], paths[0], None, paths[1])
    raise OSError(code, _error_texts[code], *paths)


def _text(path, name='path'):
    if not isinstance(path, (str, bytes)):
        if not hasattr(type(path), '__fspath__'):
            raise TypeError(f'{name} should be string, bytes or os.PathLike, not {type(path).__name__}')
        path = fspath(path)
    text = path.decode('utf-8', 'surrogateescape') if isinstance(path, bytes) else path
    if '\0' in text:
        raise ValueError('embedded null byte')
    return text


def _walk(path, shown, follow=True):
    """The names and nodes from the root to what a path names; the last node is None if only it is missing."""
    if not path:
        _fail(_ENOENT, *shown)
    stack = list(_here[:1] if path.startswith('/') else _here)
    todo = path.split('/')[::-1]
    links = 0
    while todo:
        name = todo.pop()
        node = stack[-1][1]
        if node is None:
            if name:
                _fail(_ENOENT, *shown)
            continue
        if not node.is_dir():
            _fail(_ENOTDIR, *shown)
        if name in ('', '.'):
            continue
        if name == '..':
            if len(stack) > 1:
                stack.pop()
            continue
        if len(name) > 255:
            raise OSError(36, 'File name too long', *shown)
        child = node.data.get(name)
        if child is not None and child.is_link() and (follow or todo):
            links += 1
            if links > 40:
                _fail(_ELOOP, *shown)
            if child.data.startswith('/'):
                stack = stack[:1]
            todo.extend(child.data.split('/')[::-1])
            continue
        stack.append((name, child))
    return stack


def _node(path, follow=True):
    if type(path) is int:
        return _file(path).node
    node = _walk(_text(path), (path,), follow)[-1][1]
    if node is None:
        _fail(_ENOENT, path)
    return node


def _parent(path, shown):
    """The directory that a path's last name is to stand in, that name, and what it names now."""
    stack = _walk(_text(path), shown, follow=False)
    name, node = stack[-1]
    if len(stack) == 1 or _text(path).rstrip('/').rpartition('/')[2] in ('.', '..'):
        _fail(_EINVAL, *shown)
    return stack[-2][1], name, node


def _named(path, shown):
    """The same of a path that names something."""
    parent, name, node = _parent(path, shown)
    if node is None:
        _fail(_ENOENT, *shown)
    return parent, name, node


def _opened(path, flags, mode=0o666):
    """An open file for a path."""
    stack = _walk(_text(path), (path,), follow=not flags & O_EXCL)
    name, node = stack[-1]
    if node is None:
        if not flags & O_CREAT:
            _fail(_ENOENT, path)
        if _text(path).endswith('/'):
            _fail(_EISDIR, path)
        node = _Node(_FILE | mode & ~_mask[0] & 0o7777, bytearray())
        stack[-2][1].data[name] = node
    elif flags & O_CREAT and flags & O_EXCL:
        _fail(_EEXIST, path)
    elif node.is_dir() and flags & 3 != O_RDONLY:
        _fail(_EISDIR, path)
    elif flags & O_DIRECTORY and not node.is_dir():
        _fail(_ENOTDIR, path)
    if flags & O_TRUNC and flags & 3 and not node.is_device():
        node.data.clear()
        node.touch()
    return _Open(node, flags, path)


def _number(opened):
    """The number of an open file, which it has from now on."""
    for number, other in _numbers.items():
        if other is opened:
            return number
    return _numbered(opened)


def _numbered(opened):
    """A free number, which an open file has now."""
    number = 3
    while number in _numbers:
        number += 1
    _numbers[number] = opened
    return number


def _file(number):
    opened = _numbers.get(number)
    if opened is None or opened.closed:
        _fail(_EBADF)
    return opened


def open(path, flags, mode=0o777, *, dir_fd=None):
    return _number(_opened(path, flags, mode))


def close(fd):
    _file(fd).close()
    del _numbers[fd]


def read(fd, length, /):
    return _file(fd).read(length)


def write(fd, data, /):
    content = bytes(_buffer(data))
    if fd in (1, 2) and fd not in _numbers:
        (sys.stdout if fd == 1 else sys.stderr).write(content.decode('utf-8', 'replace'))
        return len(content)
    return _file(fd).write(content)


def lseek(fd, position, whence, /):
    return _file(fd).seek(position, whence)


def ftruncate(fd, length, /):
    _file(fd).truncate(length)


def truncate(path, length):
    if type(path) is int:
        return ftruncate(path, length)
    _opened(path, O_WRONLY).truncate(length)


def fsync(fd):
    _file(fd)


fdatasync = fsync


def dup(fd, /):
    return _numbered(_file(fd))


def dup2(fd, fd2, inheritable=True):
    _numbers[fd2] = _file(fd)
    return fd2


def isatty(fd, /):
    return False


def get_inheritable(fd, /):
    return False


def set_inheritable(fd, inheritable, /):
    _file(fd)
