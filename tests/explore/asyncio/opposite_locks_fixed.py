# Two tasks take the same two locks in the same order.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import asyncio


async def move(first, second):
    async with first:
        await asyncio.sleep(0)
        async with second:
            print('moved')


async def main():
    left, right = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(move(left, right), move(left, right))


asyncio.run(main())
