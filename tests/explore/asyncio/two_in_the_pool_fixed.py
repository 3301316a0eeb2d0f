# Two functions in threads of the loop's pool return what is to be added; the loop adds it.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import asyncio

count = 0


def one():
    return int('1')


async def main():
    global count
    count += sum(await asyncio.gather(asyncio.to_thread(one), asyncio.to_thread(one)))
    assert count == 2, count


asyncio.run(main())
