# Lock, Event, Condition, Semaphore and Barrier among tasks.
import asyncio


async def locks():
    log = []
    lock = asyncio.Lock()

    async def enter(name):
        async with lock:
            log.append(name)
            await asyncio.sleep(0)

    await lock.acquire()
    tasks = [asyncio.create_task(enter(i)) for i in range(3)]
    await asyncio.sleep(0)
    lock.release()
    print('locked just after the release:', lock.locked())
    newcomer = asyncio.create_task(enter('newcomer'))
    await asyncio.wait_for(lock.acquire(), 5)
    log.append('releaser')
    lock.release()
    await asyncio.gather(*tasks, newcomer)
    print(log, lock.locked())
    try:
        lock.release()
    except RuntimeError as exc:
        print(exc)
    await lock.acquire()
    waiter = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    waiter.cancel()
    await asyncio.wait([waiter])
    lock.release()
    print(lock.locked(), str(lock).endswith('[unlocked]>'))


async def events():
    event = asyncio.Event()
    log = []

    async def wait(name):
        await event.wait()
        log.append((name, event.is_set()))

    tasks = [asyncio.create_task(wait(i)) for i in range(2)]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    await asyncio.gather(*tasks)
    print(log)
    event.set()
    print(await event.wait(), event.is_set())


async def conditions():
    condition = asyncio.Condition()
    items, log = [], []

    async def consume(name):
        async with condition:
            await condition.wait_for(lambda: items)
            log.append((name, items.pop(0)))

    tasks = [asyncio.create_task(consume(i)) for i in range(3)]
    await asyncio.sleep(0)
    for item in 'xyz':
        async with condition:
            items.append(item)
            condition.notify()
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    print(log, condition.locked())
    for act in (condition.notify, condition.notify_all):
        try:
            act()
        except RuntimeError as exc:
            print(exc)
    try:
        await condition.wait()
    except RuntimeError as exc:
        print(exc)
    async with condition:
        try:
            await asyncio.wait_for(condition.wait(), 0.01)
        except TimeoutError:
            print('held again:', condition.locked())


async def semaphores():
    semaphore = asyncio.Semaphore(2)
    inside, most, log = 0, 0, []

    async def enter(name):
        nonlocal inside, most
        async with semaphore:
            inside += 1
            most = max(most, inside)
            log.append(name)
            await asyncio.sleep(0.01)
            inside -= 1

    await asyncio.gather(*[enter(i) for i in range(5)])
    print(log, most, semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as exc:
        print(exc)
    try:
        asyncio.Semaphore(-1)
    except ValueError as exc:
        print(exc)
    await bounded.acquire()
    print(bounded.locked(), str(bounded).endswith('[locked]>'))


async def barriers():
    barrier = asyncio.Barrier(3)
    log = []

    async def arrive(name):
        await asyncio.sleep(0.01 * name)
        log.append(f'{name} comes')
        place = await barrier.wait()
        log.append(f'{name} goes')
        return place

    print(sorted(await asyncio.gather(*[arrive(i) for i in range(3)])), log)
    print(barrier.n_waiting, barrier.parties, barrier.broken)
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    await barrier.abort()
    try:
        await task
    except asyncio.BrokenBarrierError as exc:
        print(repr(exc), barrier.broken)
    await barrier.reset()
    async with asyncio.Barrier(1) as place:
        print(place, barrier.broken)


for part in (locks, events, conditions, semaphores, barriers):
    print('--', part.__name__)
    asyncio.run(part())
