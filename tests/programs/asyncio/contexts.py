# Context variables: each task has a copy of the context in which it was made; callbacks run in theirs.
import asyncio
import contextvars

who = contextvars.ContextVar('who', default='nobody')


async def child(name):
    before = who.get()
    who.set(name)
    await asyncio.sleep(0)
    return before, who.get()


async def inline(name):
    who.set(name)


async def main():
    who.set('main')
    print(await asyncio.gather(child('a'), child('b')))
    print('unchanged:', who.get())
    await inline('changed by an await')
    print(who.get())
    context = contextvars.copy_context()
    context.run(who.set, 'given')
    print(await asyncio.create_task(child('c'), context=context), context[who])
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print('callback sees', who.get()))
    loop.call_soon(lambda: print('other callback sees', who.get()), context=context)
    token = who.set('briefly')
    await asyncio.sleep(0)
    who.reset(token)
    print(who.get())
    task = asyncio.create_task(child('d'))
    task.add_done_callback(lambda t: print('done callback sees', who.get()))
    who.set('later')
    await task
    await asyncio.sleep(0)
    print(task.get_context()[who])

    async def numbers():
        who.set('in the generator')
        yield who.get()
        yield who.get()

    generator = numbers()
    print(await anext(generator), who.get())
    who.set('outside')
    print(await anext(generator))
    await generator.aclose()


asyncio.run(main())
print(who.get())
