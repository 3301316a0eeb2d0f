# After the time allowed the queue is asked once more.
# verdict: proved
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
        await sender
        answer = queue.get_nowait()
    assert await sender == 'delivered' and answer == 'answer', answer


asyncio.run(main())
