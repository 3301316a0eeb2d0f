# Coroutines by hand: wrong awaits, what is handled while one waits, anext with a default, classes that stand for methods.
import types


@types.coroutine
def pause(value=None):
    return (yield value)


def drive(coroutine):
    """What a coroutine yields, and how it ends."""
    seen = []
    try:
        while True:
            seen.append(coroutine.send(None))
    except StopIteration as exc:
        return seen, exc.value
    except Exception as exc:
        return seen, f'{type(exc).__name__}: {exc}', repr(exc.__cause__)


async def answer():
    await pause('waits')
    return 42


def wrong_delegation():
    yield from answer_once


answer_once = answer()
try:
    list(wrong_delegation())
except TypeError as exc:
    print(exc)
print(drive(answer_once))
for act in (lambda: answer_once.send(None), lambda: answer_once.throw(ValueError('late'))):
    try:
        act()
    except RuntimeError as exc:
        print(exc)


async def waits_for(coroutine):
    return await coroutine


shared = answer()
print(shared.send(None))
print(drive(waits_for(shared)))
print(drive(shared))


class AwaitIsCoroutine:
    def __await__(self):
        return answer_again


class NextIsNothing:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 3


class NextFails:
    def __aiter__(self):
        return self

    def __anext__(self):
        return self

    def __await__(self):
        raise LookupError('not found')


async def loops_over(source):
    async for _ in source:
        pass


answer_again = answer()
print(drive(waits_for(AwaitIsCoroutine())))
answer_again.close()
print(drive(loops_over(NextIsNothing())))
print(drive(loops_over(NextFails())))


# A bare raise after an await, though whoever throws handles the same exception.
async def raises_again():
    try:
        await pause(1)
    except KeyError:
        await pause(2)
        raise


coroutine = raises_again()
print(coroutine.send(None))
try:
    raise KeyError('same')
except KeyError as exc:
    print(coroutine.throw(exc))
print(drive(coroutine))


# What is thrown while another is handled has that as its context.
async def cleans_up():
    try:
        await pause(1)
    finally:
        await pause(2)


coroutine = cleans_up()
coroutine.send(None)
coroutine.throw(KeyError('first'))
try:
    coroutine.throw(ValueError('second'))
except ValueError as exc:
    print(repr(exc), repr(exc.__context__))


async def numbers():
    yield 1
    await pause('between')
    yield 2


async def with_defaults():
    generator = numbers()
    return [await anext(generator, 'none') for _ in range(4)]


print(drive(with_defaults()))
for wrong in ((), (numbers(), 1, 2)):
    try:
        anext(*wrong)
    except TypeError as exc:
        print('TypeError')


async def busy():
    await pause('inside')
    yield 1


generator = busy()
first, second = generator.asend(None), generator.asend(None)
print(first.send(None), generator.ag_running)
try:
    second.send(None)
except RuntimeError as exc:
    print(exc)
try:
    generator.aclose().send(None)
except RuntimeError as exc:
    print(exc)
print(drive(first), generator.ag_running)


class Stack:
    __class_getitem__ = classmethod(types.GenericAlias)


print(Stack[int], Stack[int].__args__)
