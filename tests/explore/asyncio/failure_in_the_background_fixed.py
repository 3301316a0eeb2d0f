# The tasks are awaited, and a failure is an answer like any other.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import asyncio

prices = {'tea': 2}
found = {}


async def look_up(name):
    await asyncio.sleep(0)
    found[name] = prices[name]


async def main():
    tasks = [asyncio.create_task(look_up(name)) for name in ('tea', 'milk')]
    answers = await asyncio.gather(*tasks, return_exceptions=True)
    print(found, [type(answer).__name__ for answer in answers])


asyncio.run(main())
