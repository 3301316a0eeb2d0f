# What is said on standard error of what nobody waits for.
import asyncio
import sys


async def fails(text):
    raise ValueError(text)


async def forgotten():
    task = asyncio.create_task(fails('nobody asks'))
    await asyncio.sleep(0.01)
    print('before the task is dropped', file=sys.stderr)
    del task
    print('after it', file=sys.stderr)


async def asked():
    task = asyncio.create_task(fails('somebody asks'))
    await asyncio.sleep(0.01)
    print(repr(task.exception()))


async def a_future():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError('k'))
    del future


async def a_callback():
    def callback():
        raise OSError('in a callback')

    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(0.01)


async def own_handler():
    def handler(loop, context):
        print(sorted(context), context['message'], repr(context.get('exception')))

    asyncio.get_running_loop().set_exception_handler(handler)
    task = asyncio.create_task(fails('handled'))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    asyncio.get_running_loop().call_soon(lambda: int('x'))
    await asyncio.sleep(0)


async def never():
    pass


async def not_awaited():
    never()
    print('it was never awaited', file=sys.stderr)
    coroutine = never()
    coroutine.close()
    asyncio.sleep(1)
    print('neither was sleep', file=sys.stderr)


async def left():
    asyncio.create_task(asyncio.sleep(10)).add_done_callback(lambda task: print('left over:', task.cancelled()))
    asyncio.create_task(fails('in the last turn'))


for part in (forgotten, asked, a_future, a_callback, own_handler, not_awaited, left):
    print('--', part.__name__)
    print('--', part.__name__, file=sys.stderr)
    asyncio.run(part())
