# pickle: hooks of classes, shared and circular parts, own picklers, and what cannot be pickled.
import copyreg
import io
import pickle
import threading


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


class Slots:
    __slots__ = ('a', 'b')


class Stated:
    def __getstate__(self):
        return {'v': 1}

    def __setstate__(self, state):
        self.state = state


class Reduced:
    def __reduce__(self):
        return Reduced.make, (5,), {'extra': 1}

    @staticmethod
    def make(number):
        made = Reduced()
        made.number = number
        return made


class Named:
    def __new__(cls, *, name):
        made = object.__new__(cls)
        made.name = name
        return made

    def __getnewargs_ex__(self):
        return (), {'name': self.name}


slots = Slots()
slots.a = 1
again = pickle.loads(pickle.dumps(slots))
print(again.a, hasattr(again, 'b'))
attempt(pickle.dumps, slots, 1)
reduced = pickle.loads(pickle.dumps(Reduced()))
print(pickle.loads(pickle.dumps(Stated())).state, reduced.number, reduced.extra, pickle.loads(pickle.dumps(Named(name='n'))).name)
loop = [1]
loop.append(loop)
again = pickle.loads(pickle.dumps(loop))
print(again[1] is again)
part = [1]
again = pickle.loads(pickle.dumps([part, part, {'k': part}]))
print(again[0] is again[1] is again[2]['k'])
file = io.BytesIO()
pickle.dump([1], file)
pickle.dump('x', file)
file.seek(0)
print(pickle.load(file), pickle.load(file))


class Careful(pickle.Unpickler):
    def find_class(self, module, name):
        if name != 'Slots':
            raise pickle.UnpicklingError('forbidden ' + name)
        return super().find_class(module, name)

    def persistent_load(self, key):
        return 'kept', key


class Keeping(pickle.Pickler):
    def persistent_id(self, value):
        return 'key' if isinstance(value, Stated) else None


attempt(Careful(io.BytesIO(pickle.dumps(Reduced()))).load)
print(type(Careful(io.BytesIO(pickle.dumps(slots))).load()).__name__)
file = io.BytesIO()
Keeping(file).dump([Stated(), 2])
file.seek(0)
print(Careful(file).load())
copyreg.pickle(Slots, lambda value: (Slots, ()))
print(hasattr(pickle.loads(pickle.dumps(slots)), 'a'))
for value in ((number for number in []), threading.Lock(), pickle):
    attempt(pickle.dumps, value)
attempt(pickle.loads, b'')
attempt(pickle.dumps, 1, 9)
attempt(pickle.loads, b'\x80\x09.')
print(issubclass(pickle.PicklingError, pickle.PickleError), issubclass(pickle.UnpicklingError, pickle.PickleError))
