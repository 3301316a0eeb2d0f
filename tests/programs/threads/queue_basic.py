"""queue.Queue between a producer and a consumer; task_done and join; Empty and Full."""
import queue
import threading
import time

q = queue.Queue(maxsize=2)
log = []


def consumer():
    while True:
        item = q.get()
        if item is None:
            q.task_done()
            return
        time.sleep(0.02)
        log.append(item * item)
        q.task_done()


t = threading.Thread(target=consumer)
t.start()
for i in range(5):
    q.put(i)
q.put(None)
q.join()
t.join()
print(log, q.empty(), q.full(), q.qsize())
q.put("a")
q.put("b")
print(q.full(), q.qsize())
for test in (lambda: q.put("c", block=False), lambda: q.put("c", timeout=0.05), lambda: q.put_nowait("c"), lambda: q.put("c", timeout=-1)):
    try:
        test()
    except queue.Full as problem:
        print("Full", repr(problem))
    except ValueError as problem:
        print(problem)
print(q.get(), q.get())
for test in (lambda: q.get(block=False), lambda: q.get(timeout=0.05), lambda: q.get_nowait(), lambda: q.get(True, -1)):
    try:
        test()
    except queue.Empty as problem:
        print("Empty", repr(problem))
    except ValueError as problem:
        print(problem)
q.task_done()
q.task_done()
try:
    q.task_done()
except ValueError as problem:
    print(problem)
