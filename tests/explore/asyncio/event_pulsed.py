# The event is set and cleared at once, so who looks at it after waking waits for ever.
# verdict: counterexample
# kinds: deadlock
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
    event.clear()
    await task


asyncio.run(main())
