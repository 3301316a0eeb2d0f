# io: streams in memory. There is no file system, so open() says so.

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    pass


def open(file, *args, **kwargs):
    import builtins
    return builtins.open(file, *args, **kwargs)


open_code = open


def text_encoding(encoding, stacklevel=2, /):
    return 'utf-8' if encoding is None else encoding


class IOBase:
    _closed = False

    @property
    def closed(self):
        return self._closed

    def close(self):
        self._closed = True

    def flush(self):
        self._check()

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')

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


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None


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
        end = self._value.find(self._newline, self._pos) + 1
        if not end:
            end = len(self._value)
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        part = self._value[self._pos:end]
        self._pos += len(part)
        return part

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


class StringIO(_Memory, TextIOBase):
    _newline = '\n'
    _filler = '\0'
    line_buffering = False

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        self._translate = newline
        self._value = ''
        self._pos = 0
        if initial_value:
            self.write(initial_value)
            self._pos = 0

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


class BytesIO(_Memory, BufferedIOBase):
    _newline = b'\n'
    _filler = b'\0'

    def __init__(self, initial_bytes=b''):
        self._value = bytes(initial_bytes or b'')
        self._pos = 0

    def write(self, data, /):
        self._check()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._put(bytes(data))

    read1 = _Memory.read

    def readinto(self, buffer, /):
        part = self.read(len(buffer))
        buffer[:len(part)] = part
        return len(part)

    def getbuffer(self):
        return bytearray(self._value)

    def seek(self, offset, whence=0, /):
        self._check()
        base = (0, self._pos, len(self._value))[whence]
        if whence == 0 and offset < 0:
            raise ValueError(f'negative seek value {offset}')
        self._pos = max(0, base + offset)
        return self._pos


class TextIOWrapper(TextIOBase):
    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self.buffer = buffer
        self.encoding = 'utf-8' if encoding is None else encoding
        self.errors = 'strict' if errors is None else errors
        self.line_buffering = line_buffering

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def write(self, text, /):
        self.buffer.write(text.encode(self.encoding, self.errors))
        return len(text)

    def flush(self):
        self.buffer.flush()

    def read(self, size=-1, /):
        return self.buffer.read(size).decode(self.encoding, self.errors)

    def readline(self, size=-1, /):
        return self.buffer.readline(size).decode(self.encoding, self.errors)

    def seek(self, offset, whence=0, /):
        return self.buffer.seek(offset, whence)

    def tell(self):
        return self.buffer.tell()

    def close(self):
        self.buffer.close()
        self._closed = True


