# struct: each format in both byte orders, sizes and alignment, what does not fit.
import struct


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


for code, value in [('b', -5), ('B', 250), ('h', -300), ('H', 65535), ('i', -70000), ('I', 4000000000), ('l', -1), ('L', 7),
                    ('q', -(2 ** 60)), ('Q', 2 ** 64 - 1), ('e', 1.5), ('f', -2.25), ('d', 1e100), ('?', []), ('c', b'z'),
                    ('4s', b'abcdef'), ('4p', b'abcdef'), ('3x', None), ('n', -9), ('N', 9), ('P', 5)]:
    for order in ('<', '>', '=', '!', '@', ''):
        values = () if value is None else (value,)
        try:
            packed = struct.pack(order + code, *values)
            print(order + code, packed, struct.unpack(order + code, packed))
        except struct.error as error:
            print(order + code, error)
for code, values in [('b', [200]), ('B', [-1]), ('h', [40000]), ('I', [-1]), ('q', [2 ** 70]), ('Q', [-1]), ('P', [2 ** 70]),
                     ('c', [b'ab']), ('s', ['a']), ('p', [1]), ('f', ['x']), ('e', [65520.0]), ('<f', [3.5e38]),
                     ('d', [10 ** 400]), ('i', ['x']), ('i', [1.5]), ('z', [1]), ('3', [1]), ('ii', [1]), ('', [1]),
                     ('99999999999999999999i', [1])]:
    attempt(struct.pack, code, *values)
print([struct.calcsize(format) for format in ('bi', 'ib', 'bhiq', '<bhiq', '0q', 'b0q', '10s3x2h', 'qb')])
print(struct.unpack('3sxh2?', struct.pack('3sxh2?', b'abc', 7, 1, 0)))
print([struct.unpack('<e', bytes(pair))[0] for pair in ([1, 0], [0, 4], [255, 123], [0, 124], [0, 252], [0, 60])])
print([struct.pack('>e', number) for number in (0.0, -0.0, 65504.0, 5.9e-8, 2.9e-8, float('inf'), 0.1)])


class Number:
    def __index__(self):
        return 77

    def __float__(self):
        return 0.5


print(struct.pack('<ihd', Number(), Number(), Number()))
