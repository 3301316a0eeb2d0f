# Two functions in threads of the loop's pool add to one counter.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import asyncio

count = 0


def add():
    global count
    count = count + int('1')


async def main():
    await asyncio.gather(asyncio.to_thread(add), asyncio.to_thread(add))
    assert count == 2, count


asyncio.run(main())
