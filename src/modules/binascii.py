# binascii (Modules/binascii.c): the codes that no program waits for, and the checks of arguments.


class Error(ValueError):
    __module__ = 'binascii'


class Incomplete(Exception):
    __module__ = 'binascii'


def _ascii(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return data.encode('ascii')
    if not _is_buffer(data):
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not {type(data).__name__!r}")
    return _buffer(data)


def b2a_hex(data, sep=None, bytes_per_sep=1):
    content = bytes(_buffer(data))
    return (content.hex() if sep is None else content.hex(sep, bytes_per_sep)).encode('ascii')


def hexlify(data, sep=None, bytes_per_sep=1):
    return b2a_hex(data, sep, bytes_per_sep)


def a2b_hex(hexstr, /):
    content = _ascii(hexstr)
    if len(content) % 2:
        raise Error('Odd-length string')
    for byte in content:
        if byte not in b'0123456789abcdefABCDEF':
            raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(content.decode('ascii'))


def unhexlify(hexstr, /):
    return a2b_hex(hexstr)


def a2b_base64(data, /, *, strict_mode=False):
    decoded = _b64decode(_ascii(data), bool(strict_mode))
    if type(decoded) is str:
        raise Error(decoded)
    return decoded


def b2a_base64(data, /, *, newline=True):
    encoded = _b64encode(_buffer(data))
    return encoded + b'\n' if newline else encoded


def crc32(data, crc=0, /):
    return _crc32(_buffer(data), _as_index(crc) & 0xffffffff)


def crc_hqx(data, crc, /):
    return _crc_hqx(_buffer(data), _as_index(crc) & 0xffff)


def b2a_uu(data, /, *, backtick=False):
    content = _buffer(data)
    if len(content) > 45:
        raise Error('At most 45 bytes at once')
    zero = 0x60 if backtick else 0x20
    line = bytearray([0x20 + len(content) if content else zero])
    for at in range(0, len(content), 3):
        word = int.from_bytes(content[at:at + 3].ljust(3, b'\0'), 'big')
        for shift in (18, 12, 6, 0):
            digit = word >> shift & 0x3f
            line.append(0x20 + digit if digit else zero)
    return bytes(line) + b'\n'


def a2b_uu(data, /):
    content = _ascii(data)
    if not content:
        return b'\0' * 32
    length = content[0] - 0x20 & 0x3f
    out = bytearray()
    held, bits, at = 0, 0, 1
    while len(out) < length:
        char = content[at] if at < len(content) else 0
        at += 1
        if char in b'\r\n\0' or at > len(content):
            digit = 0
        elif 0x20 <= char <= 0x60:
            digit = char - 0x20 & 0x3f
        else:
            raise Error('Illegal char')
        held, bits = (held << 6 | digit) & 0xfff, bits + 6
        if bits >= 8:
            bits -= 8
            out.append(held >> bits & 0xff)
    for char in content[at:]:
        if char not in b' `\r\n':
            raise Error('Trailing garbage')
    return bytes(out)


def a2b_qp(data, header=False):
    content = bytes(_ascii(data))
    out = bytearray()
    at = 0
    while at < len(content):
        char = content[at]
        if char == 0x3d:
            at += 1
            if at >= len(content):
                break
            following = content[at:at + 2]
            if following[:1] in (b'\n', b'\r'):
                end = content.find(b'\n', at)
                at = len(content) if end < 0 else end + 1
            elif following[:1] == b'=':
                out += b'='
                at += 1
            elif len(following) == 2 and all([byte in b'0123456789abcdefABCDEF' for byte in following]):
                out.append(int(following, 16))
                at += 2
            else:
                out += b'='
        else:
            out.append(0x20 if header and char == 0x5f else char)
            at += 1
    return bytes(out)


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    content = bytes(_buffer(data))
    first = content.find(b'\n')
    crlf = first > 0 and content[first - 1] == 0x0d
    out = bytearray()
    width, at, length = 0, 0, len(content)
    while at < length:
        char = content[at]
        after = content[at + 1] if at + 1 < length else None
        if (char > 126 or char == 0x3d or header and char == 0x5f
                or char == 0x2e and width == 0 and after in (None, 0x0a, 0x0d, 0)
                or not istext and char in b'\r\n' or char in b' \t' and after is None
                or char < 33 and char not in b'\r\n\t ' or char < 33 and quotetabs and char not in b'\r\n'):
            if width + 3 >= 76:
                out += b'=\r\n' if crlf else b'=\n'
                width = 0
            out += b'=%02X' % char
            width += 3
            at += 1
        elif istext and (char == 0x0a or char == 0x0d and after == 0x0a):
            if out and out[-1] in b' \t':
                out[-1:] = b'=%02X' % out[-1]
            out += b'\r\n' if crlf else b'\n'
            at += 2 if char == 0x0d else 1
            width = 0
        else:
            if after is not None and after != 0x0a and width + 1 >= 76:
                out += b'=\r\n' if crlf else b'=\n'
                width = 0
            out.append(0x5f if header and char == 0x20 else char)
            width += 1
            at += 1
    return bytes(out)
