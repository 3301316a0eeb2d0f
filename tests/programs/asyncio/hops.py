# How many turns of the event loop each operation takes.
import asyncio


class Counting(asyncio.SelectorEventLoop):
    """Counts its turns."""

    turns = 0

    def _run_once(self):
        self.turns += 1
        super()._run_once()


async def nothing():
    return 1


async def two_tasks():
    async with asyncio.TaskGroup() as group:
        group.create_task(nothing())
        group.create_task(nothing())


async def no_task():
    async with asyncio.TaskGroup():
        pass


async def late():
    async with asyncio.timeout(0):
        await asyncio.sleep(0)


async def never_late():
    async with asyncio.timeout(0):
        pass


async def completed():
    for next_one in asyncio.as_completed([nothing(), nothing()]):
        await next_one


async def main():
    loop = asyncio.get_running_loop()

    async def count(name, awaitable):
        before = loop.turns
        try:
            await awaitable
        except Exception as exc:
            name += f' -> {type(exc).__name__}'
        print(f'{name}: {loop.turns - before}')

    await count('a coroutine', nothing())
    await count('sleep(0)', asyncio.sleep(0))
    await count('create_task', asyncio.create_task(nothing()))
    done = loop.create_future()
    done.set_result(1)
    await count('a done future', done)
    await count('gather of none', asyncio.gather())
    await count('gather of one', asyncio.gather(nothing()))
    await count('gather of two', asyncio.gather(nothing(), nothing()))
    await count('wait_for in 1 s', asyncio.wait_for(nothing(), 1))
    await count('wait_for in 0 s', asyncio.wait_for(nothing(), 0))
    await count('wait_for without end', asyncio.wait_for(nothing(), None))
    await count('wait', asyncio.wait({asyncio.create_task(nothing())}))
    await count('shield', asyncio.shield(nothing()))
    queue = asyncio.Queue()
    queue.put_nowait(1)
    await count('Queue.get', queue.get())
    await count('Queue.put', queue.put(1))
    await count('Lock.acquire', asyncio.Lock().acquire())
    await count('TaskGroup of two', two_tasks())
    await count('TaskGroup of none', no_task())
    await count('timeout(0) over sleep(0)', late())
    await count('timeout(0) over nothing', never_late())
    await count('as_completed of two', completed())


with asyncio.Runner(loop_factory=Counting) as runner:
    runner.run(main())
