# call_later and sleep: equal deadlines in the order in which they were set, earlier ones first, cancelled ones never.
import asyncio
import time


async def sleeper(name, seconds, log):
    await asyncio.sleep(seconds)
    log.append(name)


async def main():
    loop = asyncio.get_running_loop()
    log = []
    await asyncio.gather(*[sleeper(i, 0.1, log) for i in range(8)])
    print('sleep:', log)

    log.clear()
    for i in range(6):
        loop.call_later(0.1, log.append, i)
    await asyncio.sleep(0.15)
    print('call_later:', log)

    log.clear()
    for i, delay in enumerate([0.3, 0.1, 0.2, 0.15, 0.05, 0.25]):
        loop.call_later(delay, log.append, i)
    await asyncio.sleep(0.35)
    print('by deadline:', log)

    log.clear()
    handles = [loop.call_later(0.05 * i, log.append, i) for i in range(1, 5)]
    handles[1].cancel()
    print(handles[1].cancelled(), handles[2].cancelled(), handles[1].when() < handles[2].when())
    await asyncio.sleep(0.25)
    print('one cancelled:', log)

    start, before = time.monotonic(), loop.time()
    await asyncio.sleep(0.2)
    print(0.2 <= time.monotonic() - start < 0.3, 0.2 <= loop.time() - before < 0.3)
    start = loop.time()
    await asyncio.gather(asyncio.sleep(0.2), asyncio.sleep(0.1), asyncio.sleep(0.2))
    print('together:', round(loop.time() - start, 1))
    loop.call_at(loop.time() - 5, log.append, 'late')
    loop.call_later(-1, log.append, 'later')
    loop.call_soon(log.append, 'soon')
    await asyncio.sleep(0.01)
    print(log[-3:])
    print(await asyncio.sleep(0.01, 'result'), await asyncio.sleep(0, 'at once'), await asyncio.sleep(-1, 'before'))
    try:
        await asyncio.sleep(float('nan'))
    except ValueError as exc:
        print(exc)
    try:
        loop.call_later(None, print)
    except TypeError as exc:
        print(exc)


asyncio.run(main())
