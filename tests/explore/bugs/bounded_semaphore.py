# The cleaner resets the pool of slots while a job still has one, and the job's release is one too many.
# verdict: counterexample
# kinds: exception ValueError
# python: 3.14, 3.9, 3.14t
import threading

slots = threading.BoundedSemaphore(1)
busy = False


def job():
    global busy
    slots.acquire()
    busy = True
    print("job done")
    busy = False
    slots.release()


def cleaner():
    if busy:
        slots.release()


threads = [threading.Thread(target=job), threading.Thread(target=cleaner)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
