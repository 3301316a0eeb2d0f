# struct: Struct, buffers, iteration, and what each function says about wrong sizes.
import struct


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


point = struct.Struct('<hh')
print(point, point.size, point.format, point.pack(1, -2), point.unpack(b'\1\0\2\0'))
room = bytearray(10)
point.pack_into(room, 2, 5, 6)
struct.pack_into('>I', room, -4, 0xdeadbeef)
print(room, point.unpack_from(room, 2), struct.unpack_from('>I', room, 6), point.unpack_from(buffer=room, offset=2))
view = memoryview(room)[2:6]
point.pack_into(view, 0, 9, 8)
print(room, struct.unpack('<hh', view))
print(list(struct.iter_unpack('<h', bytes(range(6)))), list(point.iter_unpack(bytes(8))))
steps = struct.iter_unpack('<h', b'\1\0\2\0')
print(steps.__length_hint__(), next(steps), steps.__length_hint__())
for call in [lambda: struct.unpack('i', b'abc'), lambda: struct.unpack_from('i', b'abcdef', 4),
             lambda: struct.unpack_from('i', b'abcdef', -7), lambda: struct.unpack_from('i', b'abcdef', -2),
             lambda: struct.pack_into('i', room, 8, 1), lambda: struct.pack_into('i', room, -2, 1),
             lambda: struct.pack_into('i', room, -11, 1), lambda: struct.pack_into('i', room, 1),
             lambda: struct.pack_into('i', room), lambda: struct.pack_into('i', b'abcd', 0, 1),
             lambda: struct.pack_into('i', room, 'x', 1), lambda: struct.unpack('i', 'abcd'),
             lambda: struct.iter_unpack('i', b'abc'), lambda: struct.iter_unpack('', b'abc'), lambda: struct.pack(),
             lambda: struct.pack(5), lambda: struct.calcsize(5), lambda: struct.Struct('z'), lambda: point.pack(1)]:
    attempt(call)
print(struct.error, struct.Struct)
