# run, Runner, and loops that are driven by hand.
import asyncio
import contextvars
import threading

value = contextvars.ContextVar('value', default=0)


async def add(n):
    value.set(value.get() + n)
    await asyncio.sleep(0)
    return value.get()


with asyncio.Runner() as runner:
    print(runner.run(add(1)), runner.run(add(2)), value.get())
    print(runner.get_loop().is_running(), runner.get_loop().get_debug())
try:
    runner.run(add(1))
except RuntimeError as exc:
    print(exc)


async def nested():
    coroutine = add(1)
    for run in (asyncio.run, asyncio.get_running_loop().run_until_complete):
        try:
            run(coroutine)
        except RuntimeError as exc:
            print(exc)
    coroutine.close()
    return 'nested'


print(asyncio.run(nested()))


async def failing():
    try:
        await asyncio.sleep(0)
        raise LookupError('out of run')
    finally:
        print('cleaned up')


try:
    asyncio.run(failing())
except LookupError as exc:
    print(exc)


async def leaves_tasks():
    async def endless(name):
        try:
            await asyncio.Event().wait()
        finally:
            print(name, 'is cancelled at the end')

    task = asyncio.create_task(endless('the only one'))
    await asyncio.sleep(0)
    return task.done()


print(asyncio.run(leaves_tasks()))

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.is_running(), loop.is_closed(), asyncio.get_event_loop() is loop)
print(loop.run_until_complete(add(5)), value.get())
log = []
loop.call_soon(log.append, 'first')
loop.call_soon(loop.stop)
loop.call_soon(log.append, 'in the same turn')
loop.run_forever()
print(log)
loop.stop()
loop.call_soon(log.append, 'one turn')
loop.run_forever()
print(log)
future = loop.create_future()
loop.call_later(0.01, future.set_result, 'done')
print(loop.run_until_complete(future), future.result())
future = loop.create_future()
loop.call_later(0.01, loop.stop)
try:
    loop.run_until_complete(future)
except RuntimeError as exc:
    print(exc)
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
asyncio.set_event_loop(None)
for ask in (asyncio.get_running_loop, asyncio.current_task, asyncio.all_tasks):
    try:
        ask()
    except RuntimeError as exc:
        print(exc)


def in_a_thread():
    print('in a thread:', asyncio.run(add(7)))


thread = threading.Thread(target=in_a_thread)
thread.start()
thread.join()
try:
    asyncio.run(asyncio.wait_for(asyncio.Event().wait(), 0.01))
except TimeoutError as exc:
    print('TimeoutError', exc.args)
