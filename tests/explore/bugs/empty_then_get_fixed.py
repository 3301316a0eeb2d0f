# A worker takes without waiting and stops when there is nothing.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import queue
import threading

jobs = queue.Queue()
jobs.put("sweep")
jobs.put("mop")
log = []


def work(name):
    while True:
        try:
            job = jobs.get_nowait()
        except queue.Empty:
            return
        log.append(name)
        print(job)


workers = [threading.Thread(target=work, args=(name,)) for name in ("Ed", "Flo")]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
