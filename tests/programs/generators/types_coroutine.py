# A generator that types.coroutine marks can be awaited; code.replace() gives the same instructions another name.
import types


@types.coroutine
def ticks(n):
    total = 0
    for i in range(n):
        total += yield i
    return total


async def twice():
    return await ticks(2) + await ticks(1)


def drive(coroutine, answers):
    seen = [coroutine.send(None)]
    try:
        for answer in answers:
            seen.append(coroutine.send(answer))
    except StopIteration as stop:
        return seen, stop.value


print(drive(twice(), [10, 20, 30]))
print(type(ticks(1)).__name__, bool(ticks.__code__.co_flags & 0x100))


def plain():
    yield 1


async def wrong():
    await plain()

try:
    drive(wrong(), [])
except TypeError as error:
    print(error)


def f(x):
    return x + 1


code = f.__code__.replace(co_name='g', co_qualname='Outer.g', co_firstlineno=7)
print(code.co_name, code.co_qualname, code.co_firstlineno, f.__code__.co_name)
g = types.FunctionType(code, {})
print(g(41), g.__name__, g.__qualname__)


class Outer:
    class Inner:
        @property
        def only(self):
            return 1

        write = property(None)


inner = Outer.Inner()
for action in (lambda: setattr(inner, 'only', 2), lambda: delattr(inner, 'only'), lambda: inner.write):
    try:
        action()
    except AttributeError as error:
        print(error)
