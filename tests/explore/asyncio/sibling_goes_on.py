# gather raises the first failure, and the other task goes on to write to what was closed meanwhile.
# verdict: counterexample
# kinds: exception ValueError
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
    writer = asyncio.create_task(writes(log))
    try:
        await asyncio.gather(fails(), writer)
    except KeyError:
        log.lines = None
    await writer


asyncio.run(main())
