# A coroutine awaits another one of the same loop.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import asyncio


async def answer():
    return 42


async def main():
    print(await answer())


asyncio.run(main())
