# A worker reports a failed job as done in two places.
# verdict: counterexample
# kinds: exception ValueError
# python: 3.14, 3.9, 3.14t
import queue
import threading

jobs = queue.Queue()
done = []


def work():
    job = jobs.get()
    try:
        done.append(10 // job)
    except ZeroDivisionError:
        jobs.task_done()
    finally:
        jobs.task_done()


workers = [threading.Thread(target=work) for _ in range(2)]
for worker in workers:
    worker.start()
for job in (5, 0):
    jobs.put(job)
for worker in workers:
    worker.join()
jobs.join()
print("done", done)
