"""queue.Queue.shutdown: waiting threads wake with ShutDown, what is left can still be taken, immediate drops it."""
import queue
import threading
import time

q = queue.Queue()
log = []


def getter(n):
    try:
        log.append((n, q.get()))
    except queue.ShutDown:
        log.append((n, "shut down"))


threads = [threading.Thread(target=getter, args=(n,)) for n in range(2)]
for t in threads:
    t.start()
time.sleep(0.05)
q.shutdown()
for t in threads:
    t.join()
print(sorted(log))
q = queue.Queue(maxsize=1)
q.put("kept")
blocked = []


def putter():
    try:
        q.put("more")
    except queue.ShutDown as problem:
        blocked.append(repr(problem))


t = threading.Thread(target=putter)
t.start()
time.sleep(0.05)
q.shutdown()
t.join()
print(blocked, q.get(), q.qsize(), q.is_shutdown)
p = queue.PriorityQueue()
for v in (3, 1, 2):
    p.put(v)
p.shutdown(immediate=True)
try:
    p.get()
except queue.ShutDown:
    print("dropped", p.qsize(), p.unfinished_tasks)
p.join()
q.task_done()
