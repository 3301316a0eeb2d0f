# Two workers see that the queue is not empty, one takes the last job, and the other waits for ever.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import queue
import threading

jobs = queue.Queue()
jobs.put("sweep")
jobs.put("mop")
log = []


def work(name):
    while not jobs.empty():
        log.append(name)
        print(jobs.get())


workers = [threading.Thread(target=work, args=(name,)) for name in ("Ed", "Flo")]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
