# pickle: values under each protocol, and what they are made of again.
import array
import collections
import dataclasses
import datetime
import decimal
import enum
import fractions
import pickle
import uuid


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x


class Items(list):
    pass


class Pair(tuple):
    def __new__(cls, a, b):
        return tuple.__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


class Colour(enum.Enum):
    RED = 1


class Access(enum.Flag):
    READ = 1
    WRITE = 2


@dataclasses.dataclass
class Record:
    a: int
    b: list


Place = collections.namedtuple('Place', 'x y')
VALUES = [None, True, 0, 255, 256, 65536, -1, 2 ** 31, 2 ** 70, -2 ** 70, 1.5, float('inf'), '', 'abc', 'é\n\u20ac', 'x' * 300, b'',
          b'ab', b'x' * 300, bytearray(b'q'), (), (1,), (1, 2, 3, 4), [], [1, [2]], {}, {'a': 1}, set(), {1}, frozenset({2}), 1j,
          range(3), slice(1, 2), ..., NotImplemented, Point(3), Items([1]), Colour.RED, Access.READ | Access.WRITE,
          Record(1, [2]), Place(1, 2), collections.OrderedDict(a=1), collections.Counter('aab'),
          collections.defaultdict(int, {1: 2}), datetime.datetime(2020, 1, 2, 3, 4, 5), datetime.timedelta(1),
          decimal.Decimal('1.50'), fractions.Fraction(1, 3), uuid.UUID(int=5), ValueError('x', 1), Pair(1, 2)]
for value in VALUES:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        data = pickle.dumps(value, protocol)
        again = pickle.loads(data)
        same = type(again) is type(value) and (again == value or repr(again) == repr(value))
        print(protocol, data if len(data) < 120 else len(data), same)
for value in (int, len, Point, Point.__init__, str.upper, pickle.dumps, Exception):
    print(all(pickle.loads(pickle.dumps(value, protocol)) is value for protocol in range(6)))
for value in (collections.deque([1, 2], 3), array.array('i', [1, 2]), datetime.timezone.utc, [].append, 'abc'.upper):
    print([type(pickle.loads(pickle.dumps(value, protocol))).__name__ for protocol in range(6)])
