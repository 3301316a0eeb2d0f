# Iterators can be copied, pickled and set to a place.
import copy
import pickle

made = [
    lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter('aéc'), lambda: iter('abc'), lambda: iter(b'abc'),
    lambda: iter(range(2, 20, 6)), lambda: reversed([1, 2, 3]), lambda: reversed((1, 2, 3)), lambda: iter({1: 2, 3: 4}),
    lambda: iter({1: 2, 3: 4}.items()), lambda: iter({1: 2, 3: 4}.values()), lambda: iter({7}),
    lambda: enumerate('ab', 5), lambda: zip('ab', 'cd'), lambda: map(abs, [-1, -2]), lambda: filter(None, [0, 1, 2]),
]
for make in made:
    one = make()
    print(type(one).__name__, next(one), end=' ')
    kept = pickle.dumps(one)
    print(list(one), list(pickle.loads(kept)), list(pickle.loads(pickle.dumps(one))))

one = iter([1, 2, 3])
next(one)
print(one.__reduce__()[1:], list(copy.copy(one)), one.__length_hint__())
for place in (2, 0, -7, 99):
    one = iter([1, 2, 3])
    one.__setstate__(place)
    back = reversed([1, 2, 3])
    back.__setstate__(place)
    text = iter('aéc')
    text.__setstate__(place)
    numbers = iter(range(0, 30, 10))
    numbers.__setstate__(place)
    print(place, list(one), list(back), list(text), list(numbers))
strict = zip('ab', 'c')
strict.__setstate__(True)
try:
    print(list(strict))
except ValueError as error:
    print(error)


class Text(str):
    pass


class Bytes(bytes):
    pass


class Number(int):
    pass


class Row(tuple):
    pass


for value in (Text('text'), Bytes(b'bytes'), Number(5), Row((1, 2))):
    value.mark = 'kept'
    again = copy.copy(value)
    print(type(again).__name__, again == value, again.mark)
