# A job tries to get the lock and is skipped if it does not.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

tonight = threading.Lock()
skipped = []


def backup(name):
    if not tonight.acquire(blocking=False):
        skipped.append(name)


jobs = [threading.Thread(target=backup, args=(name,)) for name in ("planned", "by hand")]
for job in jobs:
    job.start()
for job in jobs:
    job.join()
print("skipped", len(skipped))
