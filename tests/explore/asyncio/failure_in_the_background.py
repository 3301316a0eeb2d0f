# A task fails and nobody awaits it, so its result is missing in the end.
# verdict: counterexample
# kinds: exception KeyError
# python: 3.14, 3.9, 3.14t
import asyncio

prices = {'tea': 2}
found = {}


async def look_up(name):
    await asyncio.sleep(0)
    found[name] = prices[name]


async def main():
    tasks = [asyncio.create_task(look_up(name)) for name in ('tea', 'milk')]
    while not all(task.done() for task in tasks):
        await asyncio.sleep(0.1)
    print(found['tea'], found['milk'])


asyncio.run(main())
