# copy and pickle of the built-in containers, of their subclasses, and of what they hold.
import copy
import pickle


class Bag(set):
    pass


class Text(str):
    pass


class Count(int):
    pass


class Pair(tuple):
    pass


class Bytes(bytearray):
    pass


class Table(dict):
    pass


class Row(list):
    pass


bag = Bag({1, 2})
bag.label = 'two'
row = Row([[1], [2]])
row.name = 'row'
table = Table(a=[1])
table.note = 'note'
values = [{1, 2}, frozenset({(1, 2), 3}), bag, Text('text'), Count(7), Pair((1, [2])), bytearray(b'xy'), Bytes(b'z'),
          table, row, {'k': {4}}, [set()], (1, {5}), 2 + 3j, range(3), slice(1, 2), None, ..., NotImplemented, int, len]
for value in values:
    shallow, deep = copy.copy(value), copy.deepcopy(value)
    again = pickle.loads(pickle.dumps(value))
    print(type(shallow).__name__, shallow == value, deep == value, again == value, deep)
print(copy.copy(bag).label, copy.deepcopy(row).name, copy.deepcopy(table).note)
deep = copy.deepcopy(row)
print(deep[0] is row[0], deep[0] == row[0], copy.copy(row)[0] is row[0])
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin[1] is twin, twin is loop)
for what in (copy.copy, copy.deepcopy):
    try:
        what(x for x in 'ab')
    except TypeError as error:
        print(error)
