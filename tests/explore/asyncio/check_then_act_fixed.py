# Two tasks look at the balance and take from it under one lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import asyncio

balance = 100
lock = asyncio.Lock()


async def withdraw(amount):
    global balance
    async with lock:
        if balance >= amount:
            await asyncio.sleep(0.1)
            balance -= amount


async def main():
    await asyncio.gather(withdraw(80), withdraw(80))
    assert balance >= 0, balance


asyncio.run(main())
