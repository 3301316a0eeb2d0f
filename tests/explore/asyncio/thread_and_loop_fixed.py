# The thread hands its addition to the loop, which makes both one after the other.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import asyncio
import threading

count = 0


def add():
    global count
    count = count + int('1')


async def main():
    loop = asyncio.get_running_loop()
    added = asyncio.Event()

    def hand_over():
        loop.call_soon_threadsafe(add)
        loop.call_soon_threadsafe(added.set)

    thread = threading.Thread(target=hand_over)
    thread.start()
    add()
    await added.wait()
    thread.join()
    assert count == 2, count


asyncio.run(main())
