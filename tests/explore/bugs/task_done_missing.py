# A worker skips a job without reporting it, and whoever waits for all jobs waits for ever.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import queue
import threading

jobs = queue.Queue()
stop = False


def work():
    while True:
        page = jobs.get()
        if stop:
            break
        print("printed", page)
        jobs.task_done()


printer = threading.Thread(target=work)
printer.start()
jobs.put("page 1")
stop = True
jobs.put("last page")
jobs.join()
printer.join()
