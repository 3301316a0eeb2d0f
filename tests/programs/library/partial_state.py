# functools.partial: its state, its attributes and partials of partials.
import copy
from functools import partial


def show(*args, **kwargs):
    return args, kwargs


one = partial(show, 1, a=2)
one.mark = 'kept'
maker, args, state = one.__reduce__()
print(maker is partial, args == (show,), state[0] is show, state[1:])
again = copy.copy(one)
print(again(3, b=4), again.mark, again.__dict__)

one.__setstate__((show, (5, 6), {'c': 7}, {'other': 1}))
print(one(8), one.other, hasattr(one, 'mark'))
one.__setstate__((show, (), None, None))
print(one(), one.keywords, one.__dict__)
for wrong in (None, (), (show, ()), (show, [], {}, None), (show, (), [], None), (None, (), {}, None)):
    try:
        one.__setstate__(wrong)
    except TypeError as error:
        print(type(error).__name__)

two = partial(partial(show, 1, a=1), 2, a=2)
print(two.func is show, two.args, two.keywords)
inner = partial(show, 1)
inner.mark = True
print(partial(inner, 2).func is inner)
try:
    partial(show, **{'a': 1}).__setstate__((show, (), {1: 2}, None)) or partial(show)
    broken = partial(show)
    broken.__setstate__((show, (), {1: 2}, None))
    broken()
except TypeError as error:
    print(error)


class Maker:
    made = classmethod(list)
    part = staticmethod(partial(show, 'first'))


print(Maker.part('second'))


class Keeper:
    text = 'class'

    def __init__(self):
        self.text = 'own'


keeper = Keeper()
del keeper.__dict__
print(keeper.text, keeper.__dict__)
