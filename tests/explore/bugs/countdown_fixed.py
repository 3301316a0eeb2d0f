# The countdown is done under a lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

missing = 2
counting = threading.Lock()
complete = threading.Event()


def check_in(group):
    global missing
    with counting:
        missing = missing - len(group)
        if missing == 0:
            complete.set()


groups = [threading.Thread(target=check_in, args=([name],)) for name in ("Ray", "Sue")]
for group in groups:
    group.start()
complete.wait()
for group in groups:
    group.join()
print("all are here")
