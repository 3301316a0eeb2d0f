# In which order and in which turn of the loop callbacks and tasks run.
import asyncio


class Counting(asyncio.SelectorEventLoop):
    """Counts its turns."""

    turns = 0

    def _run_once(self):
        self.turns += 1
        super()._run_once()


async def main():
    loop = asyncio.get_running_loop()
    start = loop.turns

    def note(*what):
        print(*what, loop.turns - start)

    async def walk(name):
        note(name, 'starts')
        await asyncio.sleep(0)
        note(name, 'ends')
        return name

    a = asyncio.create_task(walk('A'))
    loop.call_soon(note, 'call_soon')
    b = asyncio.create_task(walk('B'))
    a.add_done_callback(lambda task: note('callback of', task.result()))
    note('main goes on')
    note('main after', await a)
    note('main after', await b)

    # Callbacks of a future run in the order in which they were added, before those who wait since later.
    future = loop.create_future()
    future.add_done_callback(lambda f: note('first callback'))

    async def waiter(name):
        note(name, 'gets', await future)

    waiters = [asyncio.create_task(waiter(name)) for name in ('W1', 'W2')]
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: note('last callback'))
    future.set_result('x')
    note('set_result returned')
    await asyncio.gather(*waiters)

    # What a callback schedules runs in the next turn.
    def again(left):
        note('again', left)
        if left:
            loop.call_soon(again, left - 1)

    loop.call_soon(again, 2)
    loop.call_soon(note, 'beside it')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


with asyncio.Runner(loop_factory=Counting) as runner:
    runner.run(main())
