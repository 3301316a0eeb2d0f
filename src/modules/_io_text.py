# _io, text: lines and characters over a stream of bytes.


class IncrementalNewlineDecoder:
    def __init__(self, decoder, translate, errors='strict'):
        self._decoder, self._translate, self._carriage, self._seen = decoder, translate, False, set()

    def decode(self, input, final=False):
        text = input if self._decoder is None else self._decoder.decode(input, final=final)
        if self._carriage and (text or final):
            text, self._carriage = '\r' + text, False
        if text.endswith('\r') and not final:
            text, self._carriage = text[:-1], True
        _note_newlines(text, self._seen)
        return text.replace('\r\n', '\n').replace('\r', '\n') if self._translate else text

    def reset(self):
        self._carriage, self._seen = False, set()

    newlines = property(lambda self: _shown_newlines(self._seen))


def _note_newlines(text, seen):
    if '\r\n' in text:
        seen.add('\r\n')
    rest = text.replace('\r\n', '')
    for newline in ('\r', '\n'):
        if newline in rest:
            seen.add(newline)


def _shown_newlines(seen):
    found = tuple([newline for newline in ('\r', '\n', '\r\n') if newline in seen])
    return None if not found else found[0] if len(found) == 1 else found


class TextIOWrapper(_TextIOBase):
    __module__ = '_io'

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f'TextIOWrapper() argument \'newline\' must be str or None, not {type(newline).__name__}')
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline}')
        self.encoding = 'utf-8' if encoding in (None, 'locale') else encoding
        self.errors = 'strict' if errors is None else errors
        ''.encode(self.encoding, self.errors)
        self.buffer, self._newline, self.line_buffering, self.write_through = buffer, newline, line_buffering, write_through
        # Text that was read ahead, the place in it, and the same text before line ends were translated.
        self._text, self._at, self._plain, self._seen, self._telling = '', 0, '', set(), True
        self._marked = False

    name = property(lambda self: self.buffer.name)
    closed = property(lambda self: self.buffer is not None and self.buffer.closed)
    newlines = property(lambda self: _shown_newlines(self._seen))

    def __repr__(self):
        parts = [f'{key}={value!r}' for key, value in (('name', getattr(self.buffer, 'name', None)),
                                                      ('mode', getattr(self, 'mode', None))) if value is not None]
        return f"<_io.TextIOWrapper {' '.join([*parts, f'encoding={self.encoding!r}'])}>"

    def _check(self):
        if self.buffer is None:
            raise ValueError('underlying buffer has been detached')
        if self.buffer.closed:
            raise ValueError('I/O operation on closed file.')

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def reconfigure(self, *, encoding=None, errors=None, newline='keep', line_buffering=None, write_through=None):
        self.flush()
        self.encoding = self.encoding if encoding is None else encoding
        self.errors = self.errors if errors is None else errors
        self._newline = self._newline if newline == 'keep' else newline
        self.line_buffering = self.line_buffering if line_buffering is None else line_buffering
        self.write_through = self.write_through if write_through is None else write_through

    def write(self, text, /):
        self._check()
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        if not self.buffer.writable():
            self._unsupported('not writable')
        self._drop_ahead()
        size = len(text)
        lines = self.line_buffering and ('\n' in text or '\r' in text)
        if self._newline in ('\r', '\r\n'):
            text = text.replace('\n', self._newline)
        self.buffer.write(self._encoded(text))
        if lines:
            self.flush()
        return size

    def _encoded(self, text):
        encoding = self.encoding
        if encoding.lower().replace('_', '-') in ('utf-16', 'utf-32', 'utf-8-sig'):
            # The mark stands only at the beginning.
            if self._marked or self.buffer.seekable() and self.buffer.tell():
                encoding = {'utf-16': 'utf-16-le', 'utf-32': 'utf-32-le', 'utf-8-sig': 'utf-8'}[encoding.lower().replace('_', '-')]
            self._marked = True
        return text.encode(encoding, self.errors)

    def _drop_ahead(self):
        if self._text:
            place = self._tell()
            self._text, self._at, self._plain = '', 0, ''
            self.buffer.seek(place)

    def _more(self):
        """Reads all that there is; false at the end."""
        self._check()
        if not self.buffer.readable():
            self._unsupported('not readable')
        data = self.buffer.read()
        if not data:
            return False
        text = data.decode(self.encoding, self.errors)
        _note_newlines(text, self._seen)
        self._text, self._at = self._text[self._at:], 0
        self._plain = text if not self._text else self._text + text
        self._text += text.replace('\r\n', '\n').replace('\r', '\n') if self._newline is None and '\r' in text else text
        return True

    def read(self, size=-1, /):
        self._check()
        if not self.buffer.readable():
            self._unsupported('not readable')
        if size is None or size < 0:
            self._more()
            part = self._text[self._at:]
        else:
            if len(self._text) - self._at < size:
                self._more()
            part = self._text[self._at:self._at + size]
        self._at += len(part)
        return part

    def readline(self, size=-1, /):
        self._check()
        if self._at == len(self._text) and not self._more():
            return ''
        newline = self._newline or '\n'
        if self._newline == '':
            end = _universal_end(self._text, self._at)
        else:
            at = self._text.find(newline, self._at)
            end = at + len(newline) if at >= 0 else len(self._text)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        part = self._text[self._at:end]
        self._at = end
        return part

    def __next__(self):
        self._telling = False
        line = self.readline()
        if not line:
            self._telling = True
            raise StopIteration
        return line

    def flush(self):
        self._check()
        self._telling = True
        self.buffer.flush()

    def tell(self):
        self._check()
        if not self.buffer.seekable():
            self._unsupported('underlying stream is not seekable')
        if not self._telling:
            raise OSError('telling position disabled by next() call')
        return self._tell()

    def _tell(self):
        rest = self._text[self._at:]
        if self._plain != self._text and rest:
            # Line ends were translated: walk along the text as it was.
            at = 0
            for _ in range(self._at):
                at += 2 if self._plain.startswith('\r\n', at) else 1
            rest = self._plain[at:]
        return self.buffer.tell() - len(rest.encode(self.encoding, self.errors) if rest else b'')

    def seek(self, cookie, whence=0, /):
        self._check()
        if not self.buffer.seekable():
            self._unsupported('underlying stream is not seekable')
        if whence == 1:
            if cookie:
                self._unsupported("can't do nonzero cur-relative seeks")
            cookie, whence = self._tell(), 0
        elif whence == 2:
            if cookie:
                self._unsupported("can't do nonzero end-relative seeks")
        elif whence != 0:
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        elif cookie < 0:
            raise ValueError(f'negative seek position {cookie}')
        self.flush()
        self._text, self._at, self._plain = '', 0, ''
        return self.buffer.seek(cookie, whence)

    def truncate(self, size=None, /):
        self.flush()
        return self.buffer.truncate(self._tell() if size is None else size)

    def detach(self):
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    def close(self):
        if self.buffer is not None and not self.closed:
            try:
                self.flush()
            finally:
                self.buffer.close()

    def __del__(self):
        if getattr(self, 'buffer', None) is not None:
            self.close()
