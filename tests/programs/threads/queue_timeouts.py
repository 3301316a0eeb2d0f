"""Time-outs of queues: how long they wait, what arrives meanwhile, a full queue drained in time."""
import queue
import threading
import time


def timed(f):
    start = time.monotonic()
    try:
        result = f()
    except (queue.Empty, queue.Full) as problem:
        result = type(problem).__name__
    return result, round(time.monotonic() - start, 1)


q, s = queue.Queue(maxsize=1), queue.SimpleQueue()
print(timed(lambda: q.get(timeout=0.2)), timed(lambda: s.get(timeout=0.2)), timed(lambda: q.get(timeout=0)))


def later(f, *args):
    t = threading.Timer(0.1, f, args)
    t.start()
    return t


threads = [later(q.put, "a"), later(s.put, "b")]
print(timed(lambda: q.get(timeout=2)), timed(lambda: s.get(timeout=2)))
q.put("full")
print(timed(lambda: q.put("x", timeout=0.2)))
threads.append(later(q.get))
print(timed(lambda: q.put("y", timeout=2)), q.get())
for t in threads:
    t.join()
order = []


def getter(n):
    order.append((n, q.get()))


threads = []
for n in range(3):
    t = threading.Thread(target=getter, args=(n,))
    t.start()
    threads.append(t)
    time.sleep(0.05)
for item in "xyz":
    q.put(item)
    time.sleep(0.05)
for t in threads:
    t.join()
print(order)
q2 = queue.Queue()
q2.put(1)
print(q2.unfinished_tasks, q2.get(), q2.unfinished_tasks, q2.task_done(), q2.join())
