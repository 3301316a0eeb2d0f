# The count and the new stamp are under one lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading
import time

LIMIT = 1
stamps = []
gate = threading.Lock()


def allow():
    now = time.monotonic()
    with gate:
        recent = [stamp for stamp in stamps if now - stamp < 60]
        if len(recent) < LIMIT:
            stamps.append(now)


requests = [threading.Thread(target=allow) for _ in range(2)]
for request in requests:
    request.start()
for request in requests:
    request.join()
assert len(stamps) <= LIMIT, f"{len(stamps)} requests in a minute"
print("allowed", len(stamps))
