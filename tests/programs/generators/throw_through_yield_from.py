# Exceptions thrown into a generator that waits in `yield from`: caught below with a return, with another value, or not.


def inner(way):
    try:
        yield 'first'
    except ValueError as error:
        if way == 'returns':
            return f'returned after {error}'
        if way == 'goes on':
            got = yield f'went on after {error}'
            return f'got {got}'
        raise KeyError('other') from error


def outer(way):
    before = [1, 2, (yield 'outer')]
    result = yield from inner(way)
    print('result', result, before)
    yield 'last'


for way in ('returns', 'goes on', 'raises'):
    generator = outer(way)
    print(next(generator), generator.send('sent'))
    try:
        print(generator.throw(ValueError(way)))
        print(generator.send('more'))
        print(next(generator, 'over'))
    except (KeyError, StopIteration) as error:
        print(type(error).__name__, error, repr(error.__cause__))


class Plain:
    """No generator, but it can be thrown into."""

    def __iter__(self):
        return self

    def __next__(self):
        return 'next'

    def throw(self, typ, value=None, traceback=None):
        raise StopIteration(f'stopped by {typ!r}')


def over_plain():
    print('plain', (yield from Plain()))
    yield 'after'


generator = over_plain()
print(next(generator))
print(generator.throw(ValueError('x')))


async def wait():
    try:
        await Once()
    except ValueError as error:
        return f'coroutine: {error}'


class Once:
    def __await__(self):
        try:
            yield 'waiting'
        except TypeError:
            return 'never'


async def main():
    return await wait()


coroutine = main()
print(coroutine.send(None))
try:
    coroutine.throw(ValueError('thrown'))
except StopIteration as stop:
    print(stop.value)
