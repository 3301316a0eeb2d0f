# run, create_task, gather, wait, as_completed, wait_for, timeout and shield.
import asyncio


async def work(name, seconds, fail=False):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f'{name} cancelled')
        raise
    if fail:
        raise ValueError(name)
    print(f'{name} done')
    return name


async def gathering():
    print(await asyncio.gather(work('a', 0.1), work('b', 0.05), work('c', 0)))
    print(await asyncio.gather(work('d', 0.1), work('e', 0.05, True), return_exceptions=True))
    slow = asyncio.create_task(work('slow', 0.1))
    try:
        await asyncio.gather(work('bad', 0.05, True), slow)
    except ValueError as exc:
        print('gather raised', exc, slow.done())
    print('the other goes on:', await slow)
    child = asyncio.create_task(asyncio.sleep(5))
    both = asyncio.gather(child, work('f', 0.05))
    await asyncio.sleep(0)
    child.cancel()
    try:
        await both
    except asyncio.CancelledError as exc:
        print('a child was cancelled', repr(exc))
    await asyncio.sleep(0.1)
    both = asyncio.gather(work('g', 5), work('h', 5))
    await asyncio.sleep(0)
    print(both.cancel())
    try:
        await both
    except asyncio.CancelledError:
        print('all cancelled', both.cancelled())
    same = work('twice', 0)
    print(await asyncio.gather(same, same))


async def waiting():
    tasks = [asyncio.create_task(work(f'w{i}', i / 20, i == 2), name=f'w{i}') for i in range(4)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(pending, timeout=0.01)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(tasks)
    print(len(done), len(pending), [t.exception() for t in tasks])
    for wrong in ([], [work('x', 0)], work('y', 0)):
        try:
            await asyncio.wait(wrong)
        except (ValueError, TypeError) as exc:
            print(type(exc).__name__, exc)
        for coroutine in wrong if isinstance(wrong, list) else [wrong]:
            coroutine.close()


async def in_order_of_completion():
    for earliest in asyncio.as_completed([work('p', 0.15), work('q', 0.05), work('r', 0.1)]):
        print('->', await earliest)
    try:
        for earliest in asyncio.as_completed([work('s', 0.01), work('t', 5)], timeout=0.1):
            print('->', await earliest)
    except TimeoutError as exc:
        print('TimeoutError', exc)
    tasks = [asyncio.create_task(work(name, delay)) for name, delay in (('u', 0.1), ('v', 0.05))]
    async for task in asyncio.as_completed(tasks):
        print('=>', task in tasks, task.result())


async def in_time():
    print(await asyncio.wait_for(work('quick', 0.01), 1))
    try:
        await asyncio.wait_for(work('slow', 1), 0.05)
    except TimeoutError as exc:
        print('TimeoutError', repr(exc), repr(exc.__cause__))
    try:
        async with asyncio.timeout(0.05) as scope:
            await work('slower', 1)
    except TimeoutError:
        print('timeout', scope.expired())
    async with asyncio.timeout(None) as scope:
        print(scope.when(), scope.expired(), repr(scope))
        scope.reschedule(asyncio.get_running_loop().time() + 10)
    print(scope.expired(), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(1):
            async with asyncio.timeout(0.02):
                await work('inner', 1)
    except TimeoutError:
        print('the inner one')
    inner = asyncio.create_task(work('shielded', 0.1))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.02)
    except TimeoutError:
        print('shield held:', inner.done(), inner.cancelled())
    print(await inner)


for part in (gathering, waiting, in_order_of_completion, in_time):
    print('--', part.__name__)
    asyncio.run(part())
