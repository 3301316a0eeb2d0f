# _io, files: over the open files of posix. What is written is held back until it is flushed or closed, as in CPython.

import posix as _posix


class FileIO(_RawIOBase):
    def __init__(self, file, mode='r', closefd=True, opener=None):
        letters = mode.replace('b', '')
        if sorted(letters.replace('+', '')) not in (['r'], ['w'], ['a'], ['x']) or letters.count('+') > 1:
            raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus'
                             if set(letters) <= set('rwax+') else f'invalid mode: {mode}')
        kind = letters.replace('+', '')
        flags = {'r': 0, 'w': _posix.O_CREAT | _posix.O_TRUNC, 'a': _posix.O_CREAT | _posix.O_APPEND,
                 'x': _posix.O_CREAT | _posix.O_EXCL}[kind]
        flags |= _posix.O_RDWR if '+' in letters else _posix.O_RDONLY if kind == 'r' else _posix.O_WRONLY
        self.name, self.closefd = file, closefd
        self._kind, self._plus = kind, '+' in letters
        if isinstance(file, int):
            if file < 0:
                raise ValueError('negative file descriptor')
            self._open = _posix._file(file)
        else:
            if not closefd:
                raise ValueError('Cannot use closefd=False with file name')
            if opener is None:
                self._open = _posix._opened(file, flags)
            else:
                number = opener(file, flags | _posix.O_CLOEXEC)
                if not isinstance(number, int):
                    raise TypeError('expected integer from opener')
                if number < 0:
                    raise ValueError(f'opener returned {number}')
                self._open = _posix._file(number)
            if self._open.node.is_dir():
                raise IsADirectoryError(21, 'Is a directory', file)
        if kind == 'a':
            self._open.seek(0, 2)

    mode = property(lambda self: {'r': 'rb', 'w': 'wb', 'a': 'ab', 'x': 'xb'}[self._kind] + ('+' if self._plus else '')
                    if self._kind != 'w' or not self._plus else 'rb+')

    def __repr__(self):
        if self._closed:
            return '<_io.FileIO [closed]>'
        return f'<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self.closefd}>'

    def readable(self):
        self._check()
        return self._open.readable()

    def writable(self):
        self._check()
        return self._open.writable()

    def seekable(self):
        self._check()
        return True

    def fileno(self):
        self._check()
        return _posix._number(self._open)

    def read(self, size=-1, /):
        self._check()
        if not self._open.readable():
            self._unsupported('File not open for reading')
        return self._open.read(size)

    def readall(self):
        return self.read()

    def readinto(self, buffer, /):
        return _read_into(buffer, self.read)

    def write(self, data, /):
        self._check()
        if not self._open.writable():
            self._unsupported('File not open for writing')
        return self._open.write(bytes(_buffer(data)))

    def seek(self, offset, whence=0, /):
        self._check()
        return self._open.seek(offset, whence)

    def tell(self):
        self._check()
        return self._open.at

    def truncate(self, size=None, /):
        self._check()
        if not self._open.writable():
            self._unsupported('File not open for writing')
        size = self._open.at if size is None else size
        self._open.truncate(size)
        return size

    def close(self):
        if not self._closed and hasattr(self, '_open'):
            self._closed = True
            if self.closefd:
                for number in [number for number, other in _posix._numbers.items() if other is self._open]:
                    del _posix._numbers[number]
                self._open.close()

    def __del__(self):
        self.close()


class _Buffered(_BufferedIOBase):
    """What the three buffered streams share: bytes read ahead, bytes held back."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        self.raw, self._size = raw, buffer_size
        self._ahead, self._at, self._held = b'', 0, bytearray()

    name = property(lambda self: self.raw.name)
    mode = property(lambda self: self.raw.mode)
    closed = property(lambda self: self.raw is None or self.raw.closed)

    def __repr__(self):
        name = getattr(self.raw, 'name', None)
        return f'<_io.{type(self).__name__}>' if name is None else f'<_io.{type(self).__name__} name={name!r}>'

    def _check(self):
        if self.raw is None:
            raise ValueError('raw stream has been detached')
        if self.raw.closed:
            raise ValueError(f'{self._verb} closed file' if self._verb else 'I/O operation on closed file.')

    _verb = ''

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()

    def seekable(self):
        return self.raw.seekable()

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def _more(self, size):
        """Reads ahead; false at the end."""
        if self._held:
            self.flush()
        room = bytearray(size)
        count = self.raw.readinto(room)
        if not count:
            return False
        self._ahead, self._at = self._ahead[self._at:] + bytes(room[:count]), 0
        return True

    def read(self, size=-1, /):
        self._check()
        if not self.raw.readable():
            self._unsupported('read')
        if size is not None and size < -1:
            raise ValueError('read length must be non-negative or -1')
        whole = size is None or size < 0
        if whole and self._held:
            self.flush()
        if whole and hasattr(self.raw, 'readall'):
            part = self._ahead[self._at:] + (self.raw.readall() or b'')
            self._ahead, self._at = b'', 0
            return part
        while (whole or len(self._ahead) - self._at < size) and self._more(max(self._size, 0 if whole else size)):
            pass
        end = len(self._ahead) if whole else self._at + size
        part = self._ahead[self._at:end]
        self._at += len(part)
        return part

    def read1(self, size=-1, /):
        self._check()
        if not self.raw.readable():
            self._unsupported('read1')
        if self._at == len(self._ahead) and size != 0:
            self._more(self._size if size < 0 else size)
        end = len(self._ahead) if size < 0 else self._at + size
        part = self._ahead[self._at:end]
        self._at += len(part)
        return part

    def peek(self, size=0, /):
        self._check()
        if self._at == len(self._ahead):
            self._more(self._size)
        return self._ahead[self._at:]

    def readline(self, size=-1, /):
        self._check()
        if not self.raw.readable():
            self._unsupported('not readable')
        limit = None if size is None or size < 0 else size
        start = self._at
        while True:
            end = self._ahead.find(b'\n', start) + 1
            if end or limit is not None and len(self._ahead) - self._at >= limit:
                break
            start = len(self._ahead) - self._at
            if not self._more(self._size):
                break
        end = end or len(self._ahead)
        if limit is not None:
            end = min(end, self._at + limit)
        part = self._ahead[self._at:end]
        self._at = end
        return part

    def write(self, data, /):
        self._check()
        if not self.raw.writable():
            self._unsupported('write')
        content = _buffer(data)
        if self._at < len(self._ahead):
            self.raw.seek(self._at - len(self._ahead), 1)
        self._ahead, self._at = b'', 0
        if len(self._held) + len(content) > self._size:
            self.flush()
        self._held += content
        if len(self._held) > self._size:
            self.flush()
        return len(content)

    def flush(self):
        self._check()
        while self._held:
            count = self.raw.write(bytes(self._held))
            del self._held[:count]
        if self.raw.writable():
            self.raw.flush()

    def seek(self, offset, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f'whence value {whence} unsupported')
        if not self.raw.seekable():
            self._unsupported('File or stream is not seekable.')
        if self._held:
            self.flush()
        if whence == 1:
            offset -= len(self._ahead) - self._at
        self._ahead, self._at = b'', 0
        return self.raw.seek(offset, whence)

    def tell(self):
        self._check()
        return self.raw.tell() + len(self._held) - (len(self._ahead) - self._at)

    def truncate(self, size=None, /):
        self._check()
        if not self.raw.writable():
            self._unsupported('truncate')
        self.flush()
        return self.raw.truncate(self.tell() if size is None else size)

    def close(self):
        if self.raw is not None and not self.closed:
            try:
                self.flush()
            finally:
                self.raw.close()

    def detach(self):
        self._check()
        self.flush()
        raw, self.raw = self.raw, None
        return raw

    def __del__(self):
        if getattr(self, 'raw', None) is not None:
            self.close()


class BufferedReader(_Buffered):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            self._unsupported('File or stream is not readable.')
        _Buffered.__init__(self, raw, buffer_size)

    def writable(self):
        return False

    def write(self, data, /):
        self._unsupported('write')


class BufferedWriter(_Buffered):
    _verb = 'write to'

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            self._unsupported('File or stream is not writable.')
        _Buffered.__init__(self, raw, buffer_size)

    def readable(self):
        return False

    def read(self, size=-1, /):
        self._unsupported('read')


class BufferedRandom(_Buffered):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.seekable():
            self._unsupported('File or stream is not seekable.')
        _Buffered.__init__(self, raw, buffer_size)


class BufferedRWPair(_BufferedIOBase):
    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        self.reader, self.writer = BufferedReader(reader, buffer_size), BufferedWriter(writer, buffer_size)

    closed = property(lambda self: self.writer.closed)

    def read(self, size=-1, /):
        return self.reader.read(size)

    def read1(self, size=-1, /):
        return self.reader.read1(size)

    def peek(self, size=0, /):
        return self.reader.peek(size)

    def readable(self):
        return True

    def writable(self):
        return True

    def write(self, data, /):
        return self.writer.write(data)

    def flush(self):
        self.writer.flush()

    def close(self):
        self.writer.close()
        self.reader.close()


for _class in (FileIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair, StringIO, BytesIO):
    _class.__module__ = '_io'
del _class
from builtins import open


def _open_file(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(file, int):
        file = _posix.fspath(file)
    for value, name in ((mode, 'mode'), (encoding, 'encoding'), (errors, 'errors')):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"open() argument '{name}' must be str{'' if name == 'mode' else ' or None'}, "
                            f'not {type(value).__name__}')
    letters = set(mode)
    if not letters <= set('rwaxbt+') or len(letters) < len(mode):
        raise ValueError(f'invalid mode: {mode!r}')
    if 'b' in letters and 't' in letters:
        raise ValueError("can't have text and binary mode at once")
    if len(letters & set('rwax')) != 1:
        raise ValueError('must have exactly one of create/read/write/append mode' if letters & set('rwax') else
                         'Must have exactly one of create/read/write/append mode and at most one plus')
    binary = 'b' in letters
    for value, name in ((encoding, 'an encoding'), (errors, 'an errors'), (newline, 'a newline')):
        if binary and value is not None:
            raise ValueError(f"binary mode doesn't take {name} argument")
    if buffering == 0 and not binary:
        raise ValueError("can't have unbuffered text I/O")
    raw = FileIO(file, mode.replace('b', '').replace('t', ''), closefd, opener)
    if buffering == 0:
        return raw
    size = buffering if buffering > 1 else DEFAULT_BUFFER_SIZE
    kind = BufferedRandom if '+' in letters else BufferedReader if 'r' in letters else BufferedWriter
    buffer = kind(raw, size)
    if binary:
        return buffer
    text = TextIOWrapper(buffer, encoding, errors, newline, buffering == 1)
    text.mode = mode
    return text
