"""LifoQueue, PriorityQueue and SimpleQueue: order, comparison of equal priorities, re-use."""
import queue
import threading

lifo, prio, simple = queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue()
for v in (3, 1, 2):
    lifo.put(v)
    prio.put((v, f"job {v}"))
    simple.put(v)
print([lifo.get() for _ in range(3)], [prio.get()[1] for _ in range(3)], [simple.get() for _ in range(3)])
prio.put((1, {"a": 1}))
try:
    prio.put((1, {"b": 2}))
except TypeError as problem:
    print(problem)
print(simple.empty(), simple.qsize())
for test in (lambda: simple.get(block=False), lambda: simple.get(timeout=0.05), lambda: simple.get_nowait(), lambda: lifo.get_nowait()):
    try:
        test()
    except queue.Empty as problem:
        print(type(problem).__name__, problem.args)
results = queue.SimpleQueue()


def worker(n):
    while (item := tasks.get()) is not None:
        results.put((item, item**2))


tasks = queue.Queue()
threads = [threading.Thread(target=worker, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for i in range(10):
    tasks.put(i)
for _ in threads:
    tasks.put(None)
for t in threads:
    t.join()
collected = [results.get() for _ in range(results.qsize())]
print(sorted(collected))
with_shutdown = queue.Queue()
with_shutdown.put("last")
with_shutdown.shutdown()
print(with_shutdown.get())
for test in (lambda: with_shutdown.get(), lambda: with_shutdown.put(1)):
    try:
        test()
    except queue.ShutDown as problem:
        print(repr(problem))
