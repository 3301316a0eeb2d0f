# select: waiting for the first of several sockets in memory. It waits on one lock, as _socket_ends.py has it.

import posix as _posix
from _socket import _End, _wait_for_ends

error = OSError
EPOLLIN, EPOLLPRI, EPOLLOUT, EPOLLERR, EPOLLHUP, EPOLLRDHUP = 1, 2, 4, 8, 16, 0x2000
EPOLLRDNORM, EPOLLRDBAND, EPOLLWRNORM, EPOLLWRBAND, EPOLLMSG = 64, 128, 256, 512, 1024
EPOLLET, EPOLLONESHOT, EPOLLEXCLUSIVE, EPOLLWAKEUP, EPOLL_CLOEXEC = 1 << 31, 1 << 30, 1 << 28, 1 << 29, 0o2000000
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL, POLLRDHUP = 1, 2, 4, 8, 16, 32, 0x2000
PIPE_BUF = 4096


def _number(file):
    number = file if isinstance(file, int) else file.fileno()
    if number < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({number})')
    return number


def _end(number):
    end = _posix._file(number)
    if not isinstance(end, _End):
        raise PermissionError(1, 'Operation not permitted')
    return end


class _Wanted:
    """What of the registered files is ready. A file that is closed meanwhile says nothing any more."""

    def __init__(self, registered, most=-1):
        self._registered = registered
        self._most = most

    def ends(self):
        return [end for end, mask in self._registered.values()]

    def __call__(self):
        found = []
        for number, (end, mask) in self._registered.items():
            events = mask & (EPOLLIN * end.readable() | EPOLLOUT * end.writable()) | EPOLLHUP * end.hung_up()
            if events and not end.closed:
                found.append((number, events))
        return found[:self._most] if self._most > 0 else found


class epoll:
    """Files that are waited for together."""

    def __init__(self, sizehint=-1, flags=0):
        self._registered = {}
        self._fd = _posix._numbered(self)
        self.closed = False

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.close()

    def close(self):
        if not self.closed:
            self.closed = True
            _posix._numbers.pop(self._fd, None)

    def fileno(self):
        self._open()
        return self._fd

    def _open(self):
        if self.closed:
            raise ValueError('I/O operation on closed epoll object')

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        self._open()
        number = _number(fd)
        end = _end(number)
        if number in self._registered:
            raise FileExistsError(17, 'File exists')
        self._registered[number] = end, eventmask

    def modify(self, fd, eventmask):
        self._open()
        number = _number(fd)
        if number not in self._registered:
            raise FileNotFoundError(2, 'No such file or directory')
        self._registered[number] = _end(number), eventmask

    def unregister(self, fd):
        self._open()
        if self._registered.pop(_number(fd), None) is None:
            raise FileNotFoundError(2, 'No such file or directory')

    def poll(self, timeout=None, maxevents=-1):
        self._open()
        if timeout is not None and timeout < 0:
            timeout = None
        return _wait_for_ends(_Wanted(self._registered, maxevents), timeout)


class _Poll:
    def __init__(self):
        self._registered = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        number = _number(fd)
        self._registered[number] = _end(number), eventmask

    def modify(self, fd, eventmask, /):
        if _number(fd) not in self._registered:
            raise FileNotFoundError(2, 'No such file or directory')
        self.register(fd, eventmask)

    def unregister(self, fd, /):
        del self._registered[_number(fd)]

    def poll(self, timeout=None, /):
        seconds = None if timeout is None or timeout < 0 else timeout / 1000
        return _wait_for_ends(_Wanted(self._registered), seconds)


_Poll.__name__ = _Poll.__qualname__ = 'poll'


def poll():
    return _Poll()


def select(rlist, wlist, xlist, timeout=None, /):
    if timeout is not None and timeout < 0:
        raise ValueError('timeout must be non-negative')
    registered = {}
    for files, mask in ((rlist, EPOLLIN), (wlist, EPOLLOUT)):
        for file in files:
            number = _number(file)
            end, before = registered.get(number, (None, 0))
            registered[number] = end or _end(number), before | mask
    for file in xlist:
        _end(_number(file))
    found = dict(_wait_for_ends(_Wanted(registered), timeout))
    return ([file for file in rlist if found.get(_number(file), 0) & (EPOLLIN | EPOLLHUP)],
            [file for file in wlist if found.get(_number(file), 0) & EPOLLOUT], [])
