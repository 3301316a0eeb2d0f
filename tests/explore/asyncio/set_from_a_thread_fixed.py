# The thread asks the loop to set the future, which wakes it.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import asyncio
import threading


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def deliver():
        loop.call_soon_threadsafe(future.set_result, 'done')

    thread = threading.Thread(target=deliver)
    thread.start()
    print(await future)
    thread.join()


asyncio.run(main())
