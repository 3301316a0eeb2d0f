# Eager tasks run at once up to their first wait; those that never wait are done when they are made.
import asyncio


async def work(name, steps):
    print(name, 'starts')
    for _ in range(steps):
        await asyncio.sleep(0)
        print(name, 'goes on')
    return name


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    main_task = asyncio.current_task()
    task = asyncio.create_task(work('quick', 0))
    print('made', task.done(), task.result(), task.get_coro())
    task = asyncio.create_task(work('slow', 2))
    print('made', task.done(), asyncio.current_task() is main_task, asyncio.all_tasks() == {main_task, task})
    print(await task)
    print(await asyncio.gather(work('a', 1), work('b', 0), work('c', 1)))
    async with asyncio.TaskGroup() as group:
        children = [group.create_task(work(name, 1)) for name in 'de']
        print([child.done() for child in children])

    async def fails():
        raise ValueError('at once')

    task = asyncio.create_task(fails())
    print(task.done(), repr(task.exception()))
    task = asyncio.create_task(work('cancelled', 1))
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
