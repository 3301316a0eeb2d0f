# zlib (Modules/zlibmodule.c): the objects and checks around the native streams, and gzip's frame around deflate.
# Not there: preset dictionaries. A stream object keeps what it was fed and begins anew at each call.

from binascii import crc32

DEFLATED, DEF_MEM_LEVEL, DEF_BUF_SIZE, MAX_WBITS = 8, 8, 16384, 15
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = range(7)
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = range(5)
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = '1.2.13'


class error(Exception):
    __module__ = 'zlib'


def adler32(data, value=1, /):
    return _adler32(_buffer(data), _as_index(value) & 0xffffffff)


def compress(data, /, level=-1, wbits=15):
    content = _buffer(data)
    if not -1 <= level <= 9:
        raise error('Bad compression level')
    stream = compressobj(level, wbits=wbits)
    return stream.compress(content) + stream.flush()


def decompress(data, /, wbits=15, bufsize=16384):
    content = bytes(_buffer(data))
    if bufsize < 0:
        raise ValueError('bufsize must be non-negative')
    out, _, ended = _run(content, wbits, -1)
    if not ended:
        raise error('Error -5 while decompressing data: incomplete or truncated stream')
    return out


def _frame(content):
    """How many bytes gzip's header takes; -1 if it is not complete."""
    if content[:2] != b'\x1f\x8b'[:len(content)]:
        raise error('Error -3 while decompressing data: incorrect header check')
    if len(content) < 10:
        return -1
    if content[2] != 8:
        raise error('Error -3 while decompressing data: unknown compression method')
    flags, at = content[3], 10
    if flags & 0xe0:
        raise error('Error -3 while decompressing data: unknown header flags set')
    if flags & 4:
        at += 2 + int.from_bytes(content[at:at + 2], 'little')
    for flag in (8, 16):
        if flags & flag:
            end = content.find(b'\0', at)
            if end < 0:
                return -1
            at = end + 1
    at += 2 if flags & 2 else 0
    return at if at <= len(content) else -1


def _run(content, wbits, most):
    """What a stream gives: output, bytes used, and whether it has ended."""
    if not (8 <= wbits <= 15 or -15 <= wbits <= -8 or 24 <= wbits <= 31 or 40 <= wbits <= 47 or wbits == 0):
        raise error('Invalid initialization option') if most != -1 else error(
            'Error -2 while preparing to decompress data: inconsistent stream state')
    if wbits >= 40:
        wbits = wbits - 16 if content[:2] == b'\x1f\x8b' else wbits - 32
    start = 0
    if wbits >= 24:
        start = _frame(content)
        if start < 0:
            return b'', len(content), False
    elif wbits >= 0 and len(content) > 1:
        if (content[0] << 8 | content[1]) % 31:
            raise error('Error -3 while decompressing data: incorrect header check')
        if content[0] & 15 != 8:
            raise error('Error -3 while decompressing data: unknown compression method')
        if content[0] >> 4 > 7:
            raise error('Error -3 while decompressing data: invalid window size')
        if content[1] & 32:
            raise error('Error 2 while decompressing data')
    result = _inflate(content[start:], 0 <= wbits < 24, most)
    if type(result) is str:
        raise error(f'Error -3 while decompressing data: {result}')
    out, used, ended = result
    used += start
    if ended and wbits >= 24:
        trailer = content[used:used + 8]
        ended = len(trailer) == 8
        if trailer[:4] != crc32(out).to_bytes(4, 'little')[:len(trailer)]:
            raise error('Error -3 while decompressing data: incorrect data check')
        if trailer[4:] != (len(out) & 0xffffffff).to_bytes(4, 'little')[:len(trailer[4:])]:
            raise error('Error -3 while decompressing data: incorrect length check')
        used += len(trailer)
    return out, used, ended


class Compress:
    __slots__ = ('_pieces', '_open', '_level', '_wbits', '_strategy', '_given')
    __module__ = 'zlib'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'zlib.Compress' instances")

    def compress(self, data, /):
        content = _buffer(data)
        if self._pieces is None:
            raise error('Error -2 while compressing data: inconsistent stream state')
        self._open += content
        return b''

    def flush(self, mode=Z_FINISH, /):
        if mode == Z_NO_FLUSH:
            return b''
        if self._pieces is None:
            raise error('Error -2 while flushing: inconsistent stream state')
        self._pieces.append(bytes(self._open))
        self._open.clear()
        finish = mode == Z_FINISH
        gzip = self._wbits >= 24
        out = _deflate(self._pieces, self._level, -15 if gzip else self._wbits, self._strategy, finish)
        if gzip:
            content = b''.join(self._pieces)
            extra = 2 if self._level == 9 else 4 if self._level == 1 else 0
            out = b'\x1f\x8b\x08\0\0\0\0\0' + bytes([extra, 3]) + out
            if finish:
                out += crc32(content).to_bytes(4, 'little') + (len(content) & 0xffffffff).to_bytes(4, 'little')
        new = out[self._given:]
        self._given = len(out)
        if finish:
            self._pieces = None
        return new

    def copy(self):
        if self._pieces is None:
            raise ValueError('Inconsistent stream state')
        made = object.__new__(Compress)
        made._pieces, made._open = list(self._pieces), bytearray(self._open)
        made._level, made._wbits, made._strategy, made._given = self._level, self._wbits, self._strategy, self._given
        return made

    def __copy__(self):
        return self.copy()

    def __deepcopy__(self, memo, /):
        return self.copy()


def compressobj(level=-1, method=DEFLATED, wbits=15, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=None):
    if zdict is not None:
        raise NotImplementedError('zlib: preset dictionaries are not supported')
    if not (-1 <= level <= 9 and method == DEFLATED and 1 <= memLevel <= 9 and 0 <= strategy <= 4
            and (9 <= wbits <= 15 or -15 <= wbits <= -9 or 25 <= wbits <= 31)):
        raise ValueError('Invalid initialization option')
    made = object.__new__(Compress)
    made._pieces, made._open, made._given = [], bytearray(), 0
    made._level, made._wbits, made._strategy = 6 if level == -1 else level, wbits, strategy
    return made


class Decompress:
    __slots__ = ('_fed', '_wbits', '_given', 'eof', 'unused_data', 'unconsumed_tail')
    __module__ = 'zlib'

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'zlib.Decompress' instances")

    def decompress(self, data, /, max_length=0):
        content = _buffer(data)
        if max_length < 0:
            raise ValueError('max_length must be non-negative')
        if self.eof:
            self.unused_data += content
            return b''
        whole = self._fed + content
        most = self._given + max_length if max_length else -1
        out, used, self.eof = _run(whole, self._wbits, most)
        new = out[self._given:]
        self._given = len(out)
        if self.eof:
            self.unused_data += whole[used:]
            self.unconsumed_tail = b''
            self._fed = whole[:used]
        else:
            self.unconsumed_tail = whole[used:] if max_length else b''
            self._fed = whole[:used] if max_length else whole
        return new

    def flush(self, length=DEF_BUF_SIZE, /):
        if length <= 0:
            raise ValueError('length must be greater than zero')
        tail = self.unconsumed_tail
        self.unconsumed_tail = b''
        if self.eof:
            return b''
        return self.decompress(tail)

    def copy(self):
        made = object.__new__(Decompress)
        for name in Decompress.__slots__:
            setattr(made, name, getattr(self, name))
        return made

    def __copy__(self):
        return self.copy()

    def __deepcopy__(self, memo, /):
        return self.copy()


def decompressobj(wbits=15, zdict=b''):
    if zdict:
        raise NotImplementedError('zlib: preset dictionaries are not supported')
    made = object.__new__(Decompress)
    made._fed, made._given, made._wbits = b'', 0, wbits
    made.eof, made.unused_data, made.unconsumed_tail = False, b'', b''
    return made


class _ZlibDecompressor:
    __slots__ = ('_stream', '_left')
    __module__ = 'zlib'

    def __init__(self, wbits=15, zdict=b''):
        self._stream, self._left = decompressobj(wbits, zdict), b''

    eof = property(lambda self: self._stream.eof)
    unused_data = property(lambda self: self._stream.unused_data)
    needs_input = property(lambda self: not self._stream.eof and not self._left)

    def decompress(self, data, max_length=-1):
        if self._stream.eof:
            raise EOFError('End of stream already reached')
        out = self._stream.decompress(self._left + _buffer(data), max(0, max_length))
        self._left = self._stream.unconsumed_tail
        return out
