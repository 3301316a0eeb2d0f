# The worker forgets its user after each request.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import queue
import threading

local = threading.local()
requests = queue.SimpleQueue()
for user in ("root", None):
    requests.put(user)


def serve(user):
    if user is not None:
        local.user = user
    name = getattr(local, "user", "guest")
    assert name == (user or "guest"), f"{user or 'guest'} is served as {name}"
    local.__dict__.clear()


def work():
    try:
        while True:
            serve(requests.get_nowait())
    except queue.Empty:
        pass


workers = [threading.Thread(target=work) for _ in range(2)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print("all served")
