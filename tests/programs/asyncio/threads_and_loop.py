# to_thread, run_in_executor, call_soon_threadsafe and run_coroutine_threadsafe.
import asyncio
import concurrent.futures
import contextvars
import threading
import time

name = contextvars.ContextVar('name', default='nobody')


def block(value, fail=False):
    time.sleep(0.05)
    if fail:
        raise ValueError(value)
    return value, threading.current_thread() is threading.main_thread(), name.get()


async def main():
    loop = asyncio.get_running_loop()
    name.set('main')
    print(await asyncio.to_thread(block, 1))
    print(await loop.run_in_executor(None, block, 2))
    start = time.monotonic()
    print([value for value, *_ in await asyncio.gather(*[asyncio.to_thread(block, i) for i in range(4)])])
    print('side by side:', round(time.monotonic() - start, 2) < 0.15)
    try:
        await asyncio.to_thread(block, 'bad', fail=True)
    except ValueError as exc:
        print('raised in a thread:', exc)

    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        futures = [loop.run_in_executor(pool, block, i) for i in 'ab']
        print([value for value, *_ in await asyncio.gather(*futures)])

    event = asyncio.Event()

    def set_it():
        time.sleep(0.05)
        loop.call_soon_threadsafe(event.set)

    threading.Thread(target=set_it).start()
    print('waits', event.is_set())
    await event.wait()
    print('woken', event.is_set())

    async def double(value):
        await asyncio.sleep(0.01)
        return value * 2

    def ask():
        future = asyncio.run_coroutine_threadsafe(double(21), loop)
        return future.result(timeout=5)

    print(await asyncio.to_thread(ask))

    # Cancelling who waits does not stop the thread.
    log = []

    def slow():
        time.sleep(0.1)
        log.append('the thread ended')

    try:
        await asyncio.wait_for(asyncio.to_thread(slow), 0.02)
    except TimeoutError:
        print('given up', log)
    await asyncio.sleep(0.2)
    print(log)


asyncio.run(main())


# A loop in a thread of its own.
def serve(loop):
    asyncio.set_event_loop(loop)
    loop.run_forever()


async def add(a, b):
    await asyncio.sleep(0.01)
    return a + b


loop = asyncio.new_event_loop()
thread = threading.Thread(target=serve, args=(loop,))
thread.start()
print([asyncio.run_coroutine_threadsafe(add(i, i), loop).result() for i in range(3)])
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
print(loop.is_closed(), loop.is_running())
try:
    loop.call_soon(print)
except RuntimeError as exc:
    print(exc)
