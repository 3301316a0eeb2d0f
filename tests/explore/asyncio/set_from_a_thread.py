# A thread sets a future of the loop by itself, which does not wake a loop that sleeps already.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import asyncio
import threading


async def main():
    future = asyncio.get_running_loop().create_future()

    def deliver():
        future.set_result('done')

    thread = threading.Thread(target=deliver)
    thread.start()
    print(await future)
    thread.join()


asyncio.run(main())
