# A connection is given back only if the work on it was not cancelled.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import asyncio


async def query(pool, seconds):
    connection = await pool.get()
    await asyncio.sleep(seconds)
    pool.put_nowait(connection)


async def main():
    pool = asyncio.Queue()
    pool.put_nowait('connection')
    try:
        await asyncio.wait_for(query(pool, 10), 1)
    except TimeoutError:
        print('too slow')
    await query(pool, 0)


asyncio.run(main())
