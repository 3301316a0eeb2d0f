# Two tasks look at the balance before an await and take from it afterwards.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import asyncio

balance = 100


async def withdraw(amount):
    global balance
    if balance >= amount:
        await asyncio.sleep(0.1)
        balance -= amount


async def main():
    await asyncio.gather(withdraw(80), withdraw(80))
    assert balance >= 0, balance


asyncio.run(main())
