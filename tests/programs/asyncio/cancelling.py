# Cancelling tasks: before the first step, twice, swallowed, with clean-up that awaits, and counted.
import asyncio


async def sleeper(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as exc:
        print(name, 'cancelled', exc.args)
        raise
    finally:
        print(name, 'cleans up')


async def stubborn():
    for _ in range(2):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print('not yet')
    return 'survived'


async def tidy(log):
    try:
        await asyncio.sleep(10)
    finally:
        log.append('begins to tidy')
        await asyncio.sleep(0.01)
        log.append('has tidied')


async def main():
    task = asyncio.create_task(sleeper('never begun'))
    print(task.cancel(), task.cancelling(), task.cancelled(), task.done())
    try:
        await task
    except asyncio.CancelledError:
        print('its body never ran', task.cancelled(), task.done(), task.cancel())

    task = asyncio.create_task(sleeper('begun'))
    await asyncio.sleep(0)
    print(task.cancel('first'), task.cancel('second'), task.cancelling(), task.uncancel())
    try:
        await task
    except asyncio.CancelledError as exc:
        print('told why:', exc.args)

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    print(task.done(), task.cancelling())
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())

    log = []
    task = asyncio.create_task(tidy(log))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    print(log, task.done())
    await asyncio.wait([task])
    print(log, task.cancelled())
    for ask in (task.result, task.exception):
        try:
            ask()
        except asyncio.CancelledError as exc:
            print(ask.__name__, type(exc).__name__)

    # Cancelled between its last step and its end: the cancellation comes too late.
    async def short():
        return 'result'

    task = asyncio.create_task(short())
    await asyncio.sleep(0)
    print(task.done(), task.cancel(), task.result())

    # A task that cancels itself ends at its next await.
    async def suicidal():
        asyncio.current_task().cancel()
        print('still here')
        await asyncio.sleep(0)
        print('never printed')

    task = asyncio.create_task(suicidal())
    await asyncio.wait([task])
    print(task.cancelled())

    # Cancelling one that awaits another cancels the innermost first.
    inner = asyncio.create_task(sleeper('inner'))

    async def outer():
        try:
            await inner
        finally:
            print('outer ends', inner.cancelled())

    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(inner.cancelled(), task.cancelled())

    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: print('callback', f.cancelled()))
    print(future.cancel(), future.cancel())
    await asyncio.sleep(0)
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as exc:
        print(type(exc).__name__)


asyncio.run(main())
