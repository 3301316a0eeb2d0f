"""Coroutines driven by hand with send: await, return values, async with, async for, without an event loop."""


class Pause:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        got = yield self.v
        return f"got {got}"


async def child(n):
    first = await Pause(n)
    second = await Pause(n + 1)
    return first, second


class Room:
    async def __aenter__(self):
        await Pause("enter")
        return self

    async def __aexit__(self, *args):
        await Pause("exit")


class Count:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return await Pause(f"item {self.n}")


async def agen():
    for i in range(2):
        await Pause(f"agen {i}")
        yield i


async def main():
    print(await child(1))
    async with Room() as room:
        print("in", type(room).__name__)
    async for v in Count(2):
        print("for", v)
    print([v async for v in agen()], [await Pause(i) for i in range(1)])
    return "result"


coroutine = main()
print(type(coroutine).__name__, coroutine.__name__)
reply = None
while True:
    try:
        asked = coroutine.send(reply)
    except StopIteration as stop:
        print("finished with", stop.value)
        break
    print("asked", asked)
    reply = f"<{asked}>"
c = child(0)
c.send(None)
try:
    c.throw(KeyError("thrown"))
except KeyError as problem:
    print("out", problem)
c = child(0)
c.close()
try:
    c.send(None)
except RuntimeError as problem:
    print(problem)
