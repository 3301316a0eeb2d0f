# _io (Modules/_io): what all streams have in common, and streams in memory.

DEFAULT_BUFFER_SIZE = 131072
BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    __module__ = 'io'


def open_code(path):
    return open(path, 'rb')


def text_encoding(encoding, stacklevel=2, /):
    return 'locale' if encoding is None else encoding


def _read_into(buffer, read):
    """Reads so much with `read` as there is room for in a buffer."""
    owner, start, length = _writable(buffer)
    part = read(length)
    owner[start:start + len(part)] = part
    return len(part)


class _IOBase:
    _closed = False

    @property
    def closed(self):
        return self._closed

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def flush(self):
        self._check()

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError('I/O operation on closed file' if msg is None else msg)

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation('File or stream is not readable.' if msg is None else msg)

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation('File or stream is not writable.' if msg is None else msg)

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation('File or stream is not seekable.' if msg is None else msg)

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1, /):
        line = bytearray()
        while size is None or size < 0 or len(line) < size:
            part = self.read(1)
            if not part:
                break
            line += part
            if part == b'\n':
                break
        return bytes(line)

    def readlines(self, hint=-1, /):
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def fileno(self):
        self._unsupported('fileno')

    def isatty(self):
        self._check()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def seek(self, offset, whence=0, /):
        self._unsupported('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        self._unsupported('truncate')


class _RawIOBase(_IOBase):
    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        room = bytearray(size)
        count = self.readinto(room)
        return None if count is None else bytes(room[:count])

    def readall(self):
        parts = []
        while part := self.read(DEFAULT_BUFFER_SIZE):
            parts.append(part)
        return b''.join(parts) if parts or part is not None else None

    def readinto(self, buffer, /):
        raise NotImplementedError

    def write(self, data, /):
        raise NotImplementedError


class _BufferedIOBase(_IOBase):
    def read(self, size=-1, /):
        self._unsupported('read')

    def read1(self, size=-1, /):
        self._unsupported('read1')

    def write(self, data, /):
        self._unsupported('write')

    def detach(self):
        self._unsupported('detach')

    def readinto(self, buffer, /):
        return _read_into(buffer, self.read)

    def readinto1(self, buffer, /):
        return _read_into(buffer, self.read1)


class _TextIOBase(_IOBase):
    encoding = None
    errors = None
    newlines = None

    def read(self, size=-1, /):
        self._unsupported('read')

    def write(self, text, /):
        self._unsupported('write')


def _universal_end(text, start):
    """Where the line from `start` ends, by any of the three line ends."""
    line, carriage = text.find('\n', start), text.find('\r', start)
    if carriage < 0 or 0 <= line < carriage:
        return line + 1 if line >= 0 else len(text)
    return carriage + (2 if text[carriage + 1:carriage + 2] == '\n' else 1)


class _Memory:
    """A text or bytes in memory, with a place in it."""

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def getvalue(self):
        self._check()
        return self._value

    def read(self, size=-1, /):
        self._check()
        end = len(self._value) if size is None or size < 0 else self._pos + size
        part = self._value[self._pos:end]
        self._pos += len(part)
        return part

    def readline(self, size=-1, /):
        self._check()
        end = self._line_end()
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        part = self._value[self._pos:end]
        self._pos += len(part)
        return part

    def _line_end(self):
        return self._value.find(self._newline, self._pos) + 1 or len(self._value)

    def _put(self, part):
        value, pos = self._value, self._pos
        if pos > len(value):
            value += self._filler * (pos - len(value))
        if pos == len(value):
            self._value = value + part
        else:
            self._value = value[:pos] + part + value[pos + len(part):]
        self._pos = pos + len(part)
        return len(part)

    def tell(self):
        self._check()
        return self._pos

    def truncate(self, size=None, /):
        self._check()
        size = self._pos if size is None else size
        if size < 0:
            raise ValueError(f'Negative size value {size}')
        self._value = self._value[:size]
        return size


class StringIO(_Memory, _TextIOBase):
    _newline = '\n'
    _filler = '\0'
    line_buffering = False

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        if newline is not None and newline not in ('', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline!r}')
        self._translate = newline
        self._value = ''
        self._pos = 0
        if initial_value:
            self.write(initial_value)
            self._pos = 0

    def _line_end(self):
        if self._translate != '':
            newline = self._translate if self._translate in ('\r', '\r\n') else '\n'
            at = self._value.find(newline, self._pos)
            return at + len(newline) if at >= 0 else len(self._value)
        return _universal_end(self._value, self._pos)

    def write(self, text, /):
        self._check()
        if not isinstance(text, str):
            raise TypeError(f'string argument expected, got {type(text).__name__!r}')
        size = len(text)
        if self._translate is None:
            text = text.replace('\r\n', '\n').replace('\r', '\n')
        elif self._translate in ('\r', '\r\n'):
            text = text.replace('\n', self._translate)
        self._put(text)
        return size

    def seek(self, offset, whence=0, /):
        self._check()
        if whence == 0:
            if offset < 0:
                raise ValueError(f'Negative seek position {offset}')
            self._pos = offset
        elif offset:
            raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            self._pos = len(self._value)
        return self._pos


class BytesIO(_Memory, _BufferedIOBase):
    _newline = b'\n'
    _filler = b'\0'

    def __init__(self, initial_bytes=b''):
        self._value = b'' if initial_bytes is None else bytes(_buffer(initial_bytes))
        self._pos = 0

    def write(self, data, /):
        self._check()
        return self._put(bytes(_buffer(data)))

    read1 = _Memory.read

    def getbuffer(self):
        return memoryview(bytearray(self._value))

    def seek(self, offset, whence=0, /):
        self._check()
        base = (0, self._pos, len(self._value))[whence]
        if whence == 0 and offset < 0:
            raise ValueError(f'negative seek value {offset}')
        self._pos = max(0, base + offset)
        return self._pos
