# TaskGroup: results, failures as a group, siblings and body cancelled, nested groups.
import asyncio


async def work(name, seconds, fail=None):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise
    if fail is not None:
        raise fail
    print(name, 'done')
    return name


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(f't{i}', 0.01 * (3 - i))) for i in range(3)]
    print([task.result() for task in tasks])

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('bad', 0.01, ValueError('one')))
            group.create_task(work('slow', 5))
            await work('body', 5)
    except* ValueError as caught:
        print(repr(caught), caught.exceptions)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work('a', 0.01, ValueError('a')))
            group.create_task(work('b', 0.01, KeyError('b')))
            raise TypeError('body')
    except ExceptionGroup as caught:
        print(caught.message, sorted(type(exc).__name__ for exc in caught.exceptions))

    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(work('outer', 5))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(work('inner', 0.01, OSError('deep')))
    except ExceptionGroup as caught:
        print(repr(caught))

    async def cancelled_from_outside():
        async with asyncio.TaskGroup() as group:
            group.create_task(work('x', 5))

    task = asyncio.create_task(cancelled_from_outside())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled as a whole')

    async with asyncio.TaskGroup() as group:
        child = group.create_task(work('alone', 5))
        await asyncio.sleep(0)
        child.cancel()
    print('a cancelled child is no failure', child.cancelled())

    coroutine = work('z', 0)
    try:
        group.create_task(coroutine)
    except RuntimeError as exc:
        print(str(exc).startswith('TaskGroup'), str(exc).endswith('is finished'))
    coroutine.close()
    try:
        async with group:
            pass
    except RuntimeError as exc:
        print(str(exc).endswith('has already been entered'))

    try:
        async with asyncio.timeout(0.02):
            async with asyncio.TaskGroup() as group:
                group.create_task(work('never', 5))
    except TimeoutError:
        print('in time no more')


asyncio.run(main())
