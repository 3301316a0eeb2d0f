# A job asks locked() before it takes the lock, and then waits for ever where it should have been skipped.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import threading

tonight = threading.Lock()
skipped = []


def backup(name):
    if tonight.locked():
        skipped.append(name)
    else:
        tonight.acquire()


jobs = [threading.Thread(target=backup, args=(name,)) for name in ("planned", "by hand")]
for job in jobs:
    job.start()
for job in jobs:
    job.join()
print("skipped", len(skipped))
