# Two tasks take the same two locks in opposite order.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import asyncio


async def move(first, second):
    async with first:
        await asyncio.sleep(0)
        async with second:
            print('moved')


async def main():
    left, right = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(move(left, right), move(right, left))


asyncio.run(main())
