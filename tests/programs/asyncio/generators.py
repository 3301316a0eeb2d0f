# Asynchronous generators and comprehensions: closing, dropping, and what the loop does with those left over.
import asyncio
import contextlib


async def count(n, log=None):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        await asyncio.sleep(0)
        print('count closed')


async def comprehensions():
    print([i async for i in count(3)])
    print({i: i * i async for i in count(3) if i})
    print(sorted({await asyncio.sleep(0, i) for i in range(3)}))
    print([x async for x in (i * 2 async for i in count(3))])
    print([[i async for i in count(j)] for j in (1, 2)])


async def closing():
    generator = count(5)
    print(await anext(generator))
    await generator.aclose()
    print(await anext(generator, 'over'))
    async with contextlib.aclosing(count(5)) as generator:
        async for i in generator:
            if i == 1:
                break
    print('after aclosing')
    generator = count(2)
    await anext(generator)
    try:
        await generator.athrow(KeyError('in'))
    except KeyError as exc:
        print('thrown', exc)
    async for i in count(3):
        break
    print('after a break')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('closed meanwhile')


async def echo():
    received = None
    while True:
        received = yield received
        if received is None:
            return


async def sending():
    generator = echo()
    print(await generator.asend(None), await generator.asend('a'), await generator.asend('b'))
    try:
        await generator.asend(None)
    except StopAsyncIteration as exc:
        print(repr(exc))
    try:
        await generator.asend('late')
    except StopAsyncIteration as exc:
        print(repr(exc))
    generator = echo()
    try:
        await generator.asend(1)
    except TypeError as exc:
        print(exc)


@contextlib.asynccontextmanager
async def resource(name):
    print('open', name)
    try:
        yield name
    finally:
        await asyncio.sleep(0)
        print('close', name)


async def managers():
    async with resource('a') as a, resource('b') as b:
        print(a, b)
    try:
        async with contextlib.AsyncExitStack() as stack:
            for name in 'cd':
                await stack.enter_async_context(resource(name))
            raise ValueError('inside')
    except ValueError as exc:
        print(exc)


kept = []


async def left_over():
    generator = count(3)
    kept.append(generator)
    print(await anext(generator))
    print('the program ends')


for part in (comprehensions, closing, sending, managers, left_over):
    print('--', part.__name__)
    asyncio.run(part())
print('all loops are closed')
