# Each task awaits first; between its read and its write nobody else can run.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import asyncio

total = 0


async def add():
    global total
    await asyncio.sleep(0)
    total = total + 1


async def main():
    async with asyncio.TaskGroup() as group:
        for _ in range(3):
            group.create_task(add())
    assert total == 3, total


asyncio.run(main())
