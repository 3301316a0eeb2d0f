# Each task reads the total, awaits, and writes back what it read, plus one.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import asyncio

total = 0


async def add():
    global total
    seen = total
    await asyncio.sleep(0)
    total = seen + 1


async def main():
    async with asyncio.TaskGroup() as group:
        for _ in range(3):
            group.create_task(add())
    assert total == 3, total


asyncio.run(main())
