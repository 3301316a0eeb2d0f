# The event stays set until the waiter has seen it.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import asyncio


async def waiter(event):
    while not event.is_set():
        await event.wait()
    print('open')


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(waiter(event))
    await asyncio.sleep(0)
    event.set()
    await task
    event.clear()


asyncio.run(main())
