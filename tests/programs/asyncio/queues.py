# Queue, PriorityQueue and LifoQueue: who gets what, full and empty, join, shutdown.
import asyncio


async def order():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind()
        for item in (3, 1, 2):
            queue.put_nowait(item)
        print(kind.__name__, [queue.get_nowait() for _ in range(3)], queue.empty())


async def barging():
    queue, log = asyncio.Queue(), []

    async def take(name):
        log.append((name, await queue.get()))

    waiter = asyncio.create_task(take('waiter'))
    await asyncio.sleep(0)
    queue.put_nowait('x')
    log.append(('barger', queue.get_nowait()))
    queue.put_nowait('y')
    await waiter
    print(log)


async def producers_and_consumers():
    queue, log = asyncio.Queue(maxsize=2), []

    async def produce(name, count):
        for i in range(count):
            await queue.put((name, i))
            log.append(f'put {name}{i}')

    async def consume(name):
        while True:
            item = await queue.get()
            log.append(f'{name} got {item[0]}{item[1]}')
            await asyncio.sleep(0)
            queue.task_done()

    consumers = [asyncio.create_task(consume(f'c{i}')) for i in range(2)]
    await asyncio.gather(produce('a', 3), produce('b', 3))
    await queue.join()
    for consumer in consumers:
        consumer.cancel()
    print(await asyncio.gather(*consumers, return_exceptions=True))
    print('\n'.join(log))


async def limits():
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    print(queue.full(), queue.qsize(), queue.maxsize)
    for act in (lambda: queue.put_nowait(2), asyncio.Queue().get_nowait, asyncio.Queue().task_done):
        try:
            act()
        except (asyncio.QueueFull, asyncio.QueueEmpty, ValueError) as exc:
            print(type(exc).__name__, exc)
    try:
        await asyncio.wait_for(queue.put(2), 0.01)
    except TimeoutError:
        print('still full', queue.qsize())


async def shutdown():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    queue.shutdown()
    try:
        queue.put_nowait(2)
    except asyncio.QueueShutDown as exc:
        print('put', repr(exc))
    print(await queue.get())
    try:
        await queue.get()
    except asyncio.QueueShutDown as exc:
        print('get', repr(exc))
    queue = asyncio.Queue()
    waiting = asyncio.gather(queue.get(), queue.get(), return_exceptions=True)
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    print(await waiting)


for part in (order, barging, producers_and_consumers, limits, shutdown):
    print('--', part.__name__)
    asyncio.run(part())
