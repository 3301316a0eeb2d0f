# _socket: the class, over the ends of _socket_ends.py.

# The last port that was given to who asked for any.
_ports = [32768]


class socket:
    """A socket whose other end is in memory."""

    _fd = -1

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        family = AF_INET if family == -1 else int(family)
        kind = SOCK_STREAM if type == -1 else int(type)
        self._timeout = 0.0 if kind & SOCK_NONBLOCK else _default[0]
        kind &= ~(SOCK_NONBLOCK | SOCK_CLOEXEC)
        if fileno is not None:
            self._end = _posix._file(fileno)
            self._fd = fileno
            kind = self._end.kind
            family = self._end.family
        else:
            if family not in (AF_UNIX, AF_INET) or kind not in (SOCK_STREAM, SOCK_DGRAM):
                raise OSError(97, f'Address family not supported by protocol: {_NO_NETWORK}')
            self._end = _End(family, kind)
            self._fd = _posix._numbered(self._end)
        self._family = family
        self._type = kind
        self._proto = 0 if proto == -1 else int(proto)
        self._options = {}

    family = property(lambda self: self._family)
    type = property(lambda self: self._type)
    proto = property(lambda self: self._proto)
    timeout = property(lambda self: self._timeout)

    def _open(self):
        if self._fd < 0:
            _fail(_EBADF)
        return self._end

    def fileno(self):
        return self._fd

    def detach(self):
        number, self._fd = self._fd, -1
        return number

    def close(self):
        if self._fd >= 0:
            number, self._fd = self._fd, -1
            del _posix._numbers[number]
            if self._end not in _posix._numbers.values():
                self._end.close()

    def settimeout(self, timeout, /):
        self._timeout = _seconds(timeout)

    def gettimeout(self):
        return self._timeout

    def setblocking(self, flag, /):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self._timeout is None or self._timeout > 0

    def setsockopt(self, level, option, value, length=None, /):
        self._open()
        self._options[level, option] = value

    def getsockopt(self, level, option, length=0, /):
        self._open()
        if (level, option) == (SOL_SOCKET, SO_TYPE):
            return self._type
        return self._options.get((level, option), 0)

    def getsockname(self):
        return self._open().name or (('0.0.0.0', 0) if self._family == AF_INET else '')

    def getpeername(self):
        end = self._open()
        if end.peer is None:
            _fail(_ENOTCONN)
        return end.peer.name

    def _address(self, address):
        if self._family == AF_UNIX:
            return address
        if not isinstance(address, tuple):
            raise TypeError(f'AF_INET address must be tuple, not {type(address).__name__}')
        host, port = address[:2]
        if not 0 <= port <= 65535:
            raise OverflowError('port must be 0-65535.')
        return _resolve(host), port

    def bind(self, address, /):
        end = self._open()
        if end.name:
            _fail(_EINVAL)
        address = self._address(address)
        if self._family == AF_INET and address[1] == 0:
            _ports[0] += 1
            address = address[0], _ports[0]
        taken = _listening if self._type == SOCK_STREAM else _bound
        if (self._family, address) in taken:
            _fail(_EADDRINUSE)
        end.name = address
        if self._type != SOCK_STREAM:
            _bound[self._family, address] = end
        elif self._family == AF_UNIX:
            _posix.close(_posix.open(address, _posix.O_CREAT | _posix.O_EXCL | _posix.O_WRONLY))

    def listen(self, backlog=128, /):
        end = self._open()
        if self._type != SOCK_STREAM:
            _fail(_EOPNOTSUPP)
        if not end.name:
            self.bind(('', 0))
        key = self._family, end.name
        if _listening.setdefault(key, end) is not end:
            _fail(_EADDRINUSE)
        end.backlog = end.backlog or []

    def _accept(self):
        end = self._open()
        if end.backlog is None:
            _fail(_EINVAL)
        self._until(_Readable(end))
        other = end.backlog.pop(0)
        return _posix._numbered(other), other.peer.name

    def _found(self, table, address):
        address = self._address(address)
        if self._family == AF_INET and not (address[0].startswith('127.') or address[0] == '0.0.0.0'):
            _fail(_ENETUNREACH)
        end = table.get((self._family, address))
        if end is None and self._family == AF_INET:
            end = table.get((self._family, ('0.0.0.0', address[1])))
        return end, address

    def connect(self, address, /):
        end = self._open()
        if end.peer is not None and self._type == SOCK_STREAM:
            _fail(_EISCONN)
        other, address = self._found(_listening if self._type == SOCK_STREAM else _bound, address)
        if other is None:
            _fail(_ECONNREFUSED)
        if not end.name and self._family == AF_INET:
            _ports[0] += 1
            end.name = '127.0.0.1', _ports[0]
        if self._type != SOCK_STREAM:
            end.peer = other
            return
        accepted = _End(self._family, SOCK_STREAM)
        accepted.name = address
        end.peer, accepted.peer = accepted, end
        other.backlog.append(accepted)
        other.changed()

    def connect_ex(self, address, /):
        try:
            self.connect(address)
        except OSError as exc:
            if exc.errno is None:
                raise
            return exc.errno
        return 0

    def _until(self, wanted):
        """Waits as this socket's time-out has it."""
        if self._timeout == 0:
            if not wanted():
                raise BlockingIOError(_EAGAIN, _texts[_EAGAIN])
        elif not _wait_for_ends(wanted, self._timeout):
            raise TimeoutError('timed out')

    def send(self, data, flags=0, /):
        end = self._open()
        with memoryview(data) as view:
            content = bytes(view)
        if end.mute:
            _fail(_EPIPE)
        self._until(_Writable(end))
        return end.send(content)

    def sendall(self, data, flags=0, /):
        with memoryview(data) as view:
            content = bytes(view)
        while content:
            content = content[self.send(content):]

    def sendto(self, data, *where):
        end = self._open()
        if self._type == SOCK_STREAM:
            return self.send(data)
        other, address = self._found(_bound, where[-1])
        if self._family == AF_INET and not end.name:
            self.bind(('127.0.0.1', 0))
        if other is not None:
            other.arrived.append((bytes(data), end.name))
            other.changed()
        return len(data)

    def recv(self, length, flags=0, /):
        return self.recvfrom(length, flags)[0]

    def recvfrom(self, length, flags=0, /):
        end = self._open()
        if length < 0:
            raise ValueError('negative buffersize in recv')
        if self._type == SOCK_STREAM and end.peer is None:
            _fail(_ENOTCONN)
        self._until(_Readable(end))
        return end.receive(length, flags & MSG_PEEK)

    def recv_into(self, buffer, length=0, flags=0):
        return self.recvfrom_into(buffer, length, flags)[0]

    def recvfrom_into(self, buffer, length=0, flags=0):
        with memoryview(buffer) as view:
            data, sender = self.recvfrom(length or len(view), flags)
            view[:len(data)] = data
        return len(data), sender

    def shutdown(self, how, /):
        end = self._open()
        if end.peer is None:
            _fail(_ENOTCONN)
        end.shutdown(how)

    def __repr__(self):
        return f'<socket object, fd={self._fd}, family={self._family}, type={self._type}, proto={self._proto}>'

    def __del__(self):
        if self._fd < 0:
            return
        import warnings
        warnings.warn(f'unclosed {self!r}', ResourceWarning, 2, source=self)
        self.close()


SocketType = socket


def socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0, /):
    if family != AF_UNIX:
        _fail(_EOPNOTSUPP)
    first, second = socket(AF_UNIX, type, proto), socket(AF_UNIX, type, proto)
    first._end.peer, second._end.peer = second._end, first._end
    return first, second


def dup(fd, /):
    return _posix.dup(fd)


def close(fd, /):
    end = _posix._file(fd)
    del _posix._numbers[fd]
    if end not in _posix._numbers.values():
        end.close()
