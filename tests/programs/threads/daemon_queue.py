"""A daemon consumer of a queue: join on the queue instead of the thread."""
import queue
import threading
import time

q = queue.Queue()
done = []


def worker():
    while True:
        item = q.get()
        try:
            if item == 3:
                raise ValueError("three")
            time.sleep(0.02)
            done.append(item * 10)
        except ValueError as problem:
            done.append(str(problem))
        finally:
            q.task_done()


threading.Thread(target=worker, daemon=True).start()
for i in range(6):
    q.put(i)
print("all put", q.unfinished_tasks > 0)
q.join()
print(done, q.unfinished_tasks, q.qsize())
