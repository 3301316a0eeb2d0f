# A coroutine waits with result() for another one of the same loop, which can never run meanwhile.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import asyncio


async def answer():
    return 42


async def main():
    loop = asyncio.get_running_loop()
    print(asyncio.run_coroutine_threadsafe(answer(), loop).result())


asyncio.run(main())
