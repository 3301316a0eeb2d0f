# A thread and a coroutine add to one counter, and the call between the read and the write lets the other in.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import asyncio
import threading

count = 0


def add():
    global count
    count = count + int('1')


async def main():
    thread = threading.Thread(target=add)
    thread.start()
    add()
    thread.join()
    assert count == 2, count


asyncio.run(main())
