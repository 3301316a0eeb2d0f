# array: everything that changes one, slices, and views of it.
from array import array


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


numbers = array('i', [1, 2, 3])
numbers.append(4)
numbers.extend([5, 6])
numbers.extend(array('i', [7]))
numbers.insert(1, 9)
numbers.insert(-100, 8)
print(numbers, numbers.pop(), numbers.pop(0), numbers)
numbers.remove(9)
numbers.reverse()
print(numbers, numbers.index(3), numbers.count(3), numbers.index(1, 1))
numbers[0:2] = array('i', [60, 50, 55])
numbers[::3] = array('i', [0, 0])
print(numbers)
del numbers[1:3]
del numbers[0]
print(numbers)
numbers += array('i', [1])
numbers *= 2
print(numbers)
numbers.byteswap()
print(numbers)
numbers.fromlist([1, 2])
numbers.frombytes(b'\5\0\0\0')
print(numbers[-3:])
for call in [lambda: array('i').pop(), lambda: numbers.pop(99), lambda: numbers.remove(99), lambda: numbers.index(99),
             lambda: numbers.frombytes(b'abc'), lambda: numbers.fromlist(5), lambda: numbers.fromlist([1, 'x']),
             lambda: numbers.tounicode(), lambda: numbers.fromunicode('x'), lambda: numbers.__setitem__(slice(0, 1), [1]),
             lambda: numbers.__setitem__(slice(0, 4, 2), array('i', [1])), lambda: numbers.__iadd__([1])]:
    attempt(call)
view = memoryview(array('h', [1, 2, 3]))
view[1] = -5
print(view.format, view.itemsize, view.nbytes, view.shape, view.strides, view.tolist(), view[1:].tolist(), view.obj, view[0])
print(view.cast('B').tolist(), memoryview(bytes(range(8))).cast('I').tolist(), bytes(view), view == array('h', [1, -5, 3]))
attempt(view.__setitem__, 0, 'x')
attempt(view.__setitem__, 0, 99999)
attempt(lambda: view[5])
attempt(memoryview(b'abc').cast, 'I')
attempt(memoryview(b'abc').cast, 'zz')
attempt(lambda: memoryview(b'abc').__setitem__(0, 1))
numbers.clear()
print(numbers, array('w', 'hé').tounicode(), bytes(array('h', [1, 2])))
try:
    array('d', [0]) * 10 ** 12
except MemoryError as error:
    print('MemoryError', error.args)
