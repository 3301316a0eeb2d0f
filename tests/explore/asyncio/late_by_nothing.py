# The answer comes with the end of the time allowed, and is thrown away though the sender has delivered it.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import asyncio


async def deliver(queue):
    await asyncio.sleep(1)
    queue.put_nowait('answer')
    return 'delivered'


async def main():
    queue = asyncio.Queue()
    sender = asyncio.create_task(deliver(queue))
    try:
        answer = await asyncio.wait_for(queue.get(), 1)
    except TimeoutError:
        answer = None
    assert await sender == 'delivered' and answer == 'answer', answer


asyncio.run(main())
