# zlib and gzip: round trips, streams in pieces, and what damaged data says.
import gzip
import io
import zlib


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


text = b'the quick brown fox ' * 40
packed = bytes.fromhex('789ccb48cdc9c9cf18254612010 05eadcfd1'.replace(' ', ''))
print(zlib.decompress(packed), zlib.crc32(text), zlib.adler32(text), zlib.adler32(b'abc', 7), zlib.crc32(b'c', 5))
for level in range(-1, 10):
    for bits in (15, -15, 31, 9):
        assert zlib.decompress(zlib.compress(text, level, bits), bits) == text
    assert len(zlib.compress(text, level)) < 60 or level == 0
print(zlib.decompress(zlib.compress(text, wbits=31), 47) == text, zlib.compress(b'abc'), zlib.compress(b'', 0))
stream = zlib.compressobj(9, zlib.DEFLATED, -15)
parts = [stream.compress(text), stream.flush(zlib.Z_SYNC_FLUSH)]
early = zlib.decompressobj(-15).decompress(b''.join(parts))
other = stream.copy()
parts += [stream.compress(b'end'), stream.flush()]
print(early == text, zlib.decompress(b''.join(parts), -15) == text + b'end')
attempt(stream.compress, b'a')
attempt(stream.flush)
stream = zlib.decompressobj()
print(stream.decompress(packed, 10), stream.eof, stream.unused_data)
rest = stream.decompress(stream.unconsumed_tail + b'tail')
print(len(rest), stream.eof, stream.unused_data, stream.decompress(b'!'), stream.unused_data)
stream = zlib.decompressobj()
whole = zlib.compress(text)
print(b''.join(stream.decompress(whole[at:at + 1]) for at in range(len(whole))) + stream.flush() == text, stream.eof)
for data in (b'abc', b'', whole[:-2], whole[:-1] + b'z', b'x\x9c' + b'\x06' * 9, 'text'):
    attempt(zlib.decompress, data)
attempt(zlib.compress, b'', 10)
attempt(zlib.compress, 'a')
attempt(zlib.decompress, packed, 31)
attempt(zlib.compressobj, 11)
attempt(zlib.decompressobj().decompress, b'zzzz')
try:
    print(gzip.decompress(gzip.compress(text, mtime=0)) == text, gzip.compress(b'abc', mtime=0))
except AttributeError as error:
    print(error)
out = io.BytesIO()
with gzip.GzipFile('name', 'wb', fileobj=out, mtime=0) as file:
    file.write(text)
    print(file.write(b'more\n'), file.tell())
out.seek(0)
with gzip.GzipFile(fileobj=out) as file:
    print(file.read(9), file.readline()[-6:], file.read(), file.tell(), file.mtime)
attempt(gzip.decompress, b'abc')
attempt(gzip.decompress, gzip.compress(b'abc')[:-3])
