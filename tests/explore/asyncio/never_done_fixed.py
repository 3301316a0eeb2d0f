# task_done is called whatever becomes of the item.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import asyncio


async def consume(queue):
    while True:
        item = await queue.get()
        try:
            print(10 // item)
        except ZeroDivisionError:
            print('no')
        finally:
            queue.task_done()


async def main():
    queue = asyncio.Queue()
    for item in (5, 0, 2):
        queue.put_nowait(item)
    consumer = asyncio.create_task(consume(queue))
    await queue.join()
    consumer.cancel()


asyncio.run(main())
