# Future and Task as objects: states, callbacks, repr, names, wrong awaits.
import asyncio
import inspect


async def nothing():
    return 1


class Awaitable:
    def __await__(self):
        yield
        return 'own'


class Wrong:
    def __await__(self):
        yield 42


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future, future.done(), future.get_loop() is loop, asyncio.isfuture(future))
    for ask in (future.result, future.exception):
        try:
            ask()
        except asyncio.InvalidStateError as exc:
            print(type(exc).__name__, exc)
    calls = []
    future.add_done_callback(calls.append)
    future.add_done_callback(calls.append)
    print(future.remove_done_callback(calls.append), future.remove_done_callback(print))
    future.add_done_callback(lambda f: calls.append(f.result()))
    future.set_result([1, 2])
    print(future, calls)
    await asyncio.sleep(0)
    print(calls, await future, await future)
    future = loop.create_future()
    future.set_exception(ValueError)
    print(future)
    try:
        await future
    except ValueError as exc:
        print(repr(exc))
    for wrong in (StopIteration(), 3):
        future = loop.create_future()
        try:
            future.set_exception(wrong)
            print(repr(future.exception()), repr(future.exception().__cause__))
        except TypeError as exc:
            print('TypeError', exc)
    future = loop.create_future()
    future.cancel()
    print(future, future.cancelled())

    task = asyncio.create_task(nothing(), name='mine')
    print(task.get_name(), inspect.iscoroutine(task.get_coro()), task.done(), task in asyncio.all_tasks())
    task.set_name(7)
    print(task.get_name(), asyncio.iscoroutine(task.get_coro()), asyncio.current_task() in asyncio.all_tasks())
    print(await task, task)
    print([type(asyncio.create_task(nothing())).__name__, issubclass(asyncio.Task, asyncio.Future)])
    for act in (task.set_result, task.set_exception):
        try:
            act(1)
        except RuntimeError as exc:
            print(exc)
    print(await asyncio.ensure_future(Awaitable()), await Awaitable())
    for wrong in (3, 'x', nothing):
        try:
            asyncio.create_task(wrong)
        except TypeError as exc:
            print(str(exc)[:29])

    async def bad_yield():
        await Wrong()

    try:
        await asyncio.create_task(bad_yield())
    except RuntimeError as exc:
        print(exc)

    async def itself():
        await asyncio.current_task()

    task = asyncio.create_task(itself())
    try:
        await task
    except RuntimeError as exc:
        print(str(exc)[:34])
    other = asyncio.new_event_loop()
    try:
        await other.create_future()
    except RuntimeError as exc:
        print(str(exc)[-29:])
    other.close()
    coroutine = nothing()
    await coroutine
    try:
        await coroutine
    except RuntimeError as exc:
        print(exc)
    try:
        await 5
    except TypeError as exc:
        print(exc)

    async def deep():
        async def deeper():
            raise KeyError('deep down')
        await deeper()

    task = asyncio.create_task(deep())
    await asyncio.wait([task])
    task.print_stack()
    raise RuntimeError('at the end') from task.exception()


asyncio.run(main())
