# Debug mode: where a coroutine was made, what is refused, slow callbacks.
import asyncio
import logging
import sys
import threading
import time



class Begin(logging.Handler):
    """Prints how a record begins."""

    def emit(self, record):
        print(record.levelname, record.name, record.getMessage()[:40])


logging.getLogger().addHandler(Begin())


async def never():
    pass


def make():
    return never()


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration, sys.get_coroutine_origin_tracking_depth())
    coroutine = make()
    print([name for file, line, name in coroutine.cr_origin][:2])
    del coroutine
    problems = []

    def from_a_thread():
        try:
            loop.call_soon(print)
        except RuntimeError as exc:
            problems.append(exc)

    thread = threading.Thread(target=from_a_thread)
    thread.start()
    thread.join()
    print(problems)
    try:
        loop.call_soon(never)
    except TypeError as exc:
        print(exc)
    task = asyncio.create_task(asyncio.sleep(0), name='watched')
    print('created at' in repr(task))
    await task
    loop.slow_callback_duration = 0.05
    time.sleep(0.1)


asyncio.run(main(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())
