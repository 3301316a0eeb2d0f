# The worker reports each job, and a marker in the queue tells it to stop.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import queue
import threading

jobs = queue.Queue()


def work():
    while True:
        page = jobs.get()
        if page is not None:
            print("printed", page)
        jobs.task_done()
        if page is None:
            break


printer = threading.Thread(target=work)
printer.start()
jobs.put("page 1")
jobs.put(None)
jobs.join()
printer.join()
