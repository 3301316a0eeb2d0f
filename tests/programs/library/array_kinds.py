# array: each kind of item, its range, and what does not go in.
from array import array, typecodes
import copy


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


for code, values in [('b', [-128, 127]), ('B', [0, 255]), ('h', [-5]), ('H', [65535]), ('i', [-7]), ('I', [7]), ('l', [-1]),
                     ('L', [1]), ('q', [-(2 ** 63)]), ('Q', [2 ** 64 - 1]), ('f', [1.5, 1e300]), ('d', [0.1]), ('w', 'añ')]:
    numbers = array(code, values)
    print(numbers, numbers.itemsize, numbers.tobytes(), numbers.tolist(), array(code, numbers.tobytes()) == numbers)
for code, value in [('b', 128), ('b', 40000), ('B', -1), ('B', 256), ('h', 40000), ('h', 2 ** 70), ('H', -1), ('H', 65536),
                    ('i', 2 ** 40), ('I', -1), ('I', 2 ** 40), ('l', 2 ** 70), ('L', -1), ('L', 2 ** 70), ('q', 2 ** 70),
                    ('Q', -1), ('Q', 2 ** 70), ('i', 1.5), ('i', 'x'), ('d', 'x'), ('d', 10 ** 400)]:
    attempt(array(code).append, value)
attempt(array)
attempt(array, 5)
attempt(array, 'ii')
attempt(array, 'i', 5)
attempt(array, 'i', 'abc')
attempt(array, 'i', b'abc')
attempt(array, 'i', i=1)
print(array('d', range(3)), array('i', bytearray(8)), array('d', array('i', [1, 2])), array('i', (n for n in range(3))))
numbers = array('i', [3, 1, 2])
print(numbers.typecode, len(numbers), 1 in numbers, 'x' in numbers, numbers[-1], numbers[::-1], list(numbers))
print(numbers + array('i', [9]), numbers * 2, 2 * numbers, numbers < array('i', [4]), numbers == array('d', [3, 1, 2]))
print(copy.copy(numbers), copy.deepcopy(numbers), numbers.__reduce_ex__(2), typecodes)
attempt(lambda: numbers[5])
attempt(lambda: numbers['x'])
attempt(lambda: numbers + [1])
attempt(lambda: numbers + array('d'))
attempt(numbers.extend, array('d', [1]))
attempt(numbers.__setitem__, 9, 1)
attempt(hash, numbers)
