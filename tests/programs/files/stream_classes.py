# io: streams in memory, buffers over own raw streams, and the classes they belong to.
import io
import sys


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error).__name__, error)


print(io.StringIO('a\rb\r\nc', newline='').readlines(), repr(io.StringIO('a\rb\r\nc', newline=None).read()))
memory = io.BytesIO(b'abc')
print(memory.read(1), memory.read1(), memory.getbuffer()[1], memory.seek(0), memory.readinto(bytearray(2)), memory.tell())
print(io.TextIOWrapper(io.BytesIO(b'a\nb')).readlines(), io.BufferedReader(io.BytesIO(b'hello')).peek()[:2])


class Raw(io.RawIOBase):
    def __init__(self):
        self.data = b'raw data\nline2\n'
        self.at = 0

    def readable(self):
        return True

    def readinto(self, room):
        size = min(len(room), 4, len(self.data) - self.at)
        room[:size] = self.data[self.at:self.at + size]
        self.at += size
        return size


print(io.BufferedReader(Raw()).readline(), Raw().read(), Raw().read(3), io.TextIOWrapper(io.BufferedReader(Raw())).read(), list(Raw()))
attempt(Raw().write, b'x')
attempt(Raw().fileno)
attempt(Raw().seek, 0)


class Sink(io.RawIOBase):
    def __init__(self):
        self.parts = []

    def writable(self):
        return True

    def write(self, data):
        self.parts.append(bytes(data))
        return len(data)


sink = Sink()
writer = io.BufferedWriter(sink, 8)
for part in (b'one', b'two', b'three', b'a longer part'):
    writer.write(part)
print(writer.flush(), b''.join(sink.parts))
attempt(writer.read)
attempt(io.BufferedReader, sink)
text = io.TextIOWrapper(io.BytesIO(), encoding='utf-8', newline='\r\n', write_through=True)
text.write('a\nb')
text.flush()
print(text.buffer.getvalue(), text.detach())
attempt(text.write, 'x')
for kind in (io.StringIO, io.BytesIO, io.TextIOWrapper, io.BufferedReader, io.FileIO, Raw):
    print(kind.__name__, kind.__module__, [issubclass(kind, base) for base in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase)])
print(isinstance(sys.stdout, io.TextIOBase), io.open is open, io.SEEK_END, io.UnsupportedOperation.__mro__[1:3])
closed = io.StringIO()
closed.close()
attempt(closed.read)
attempt(io.StringIO, 5)
attempt(io.StringIO, 'x', 'z')
attempt(io.BytesIO, 'text')
attempt(io.StringIO().write, b'x')
attempt(io.BytesIO().write, 'x')
attempt(io.BytesIO().seek, -1)
pair = io.BufferedRWPair(io.BytesIO(b'in'), io.BytesIO())
print(pair.read(), pair.write(b'out'))
decoder = io.IncrementalNewlineDecoder(None, translate=True)
print(repr(decoder.decode('a\r')), repr(decoder.decode('\nb\n')), decoder.newlines)
