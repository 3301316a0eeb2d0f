"""Timer: runs later, can be cancelled, takes args, is a thread."""
import threading
import time

log = []
start = time.monotonic()
late = threading.Timer(0.15, log.append, args=["late"])
early = threading.Timer(0.05, log.append, ["early"])
never = threading.Timer(0.1, log.append, ["never"])
named = threading.Timer(0.2, lambda **k: log.append(k), kwargs={"a": 1})
for t in (late, early, never, named):
    t.start()
print(never.is_alive(), isinstance(never, threading.Thread), never.interval)
never.cancel()
never.join()
print(never.is_alive(), never.finished.is_set())
for t in (late, early, named):
    t.join()
print(log, time.monotonic() - start >= 0.2)
late.cancel()
print(log)
t = threading.Timer(0, lambda: print("at once"))
t.start()
t.join()
print(threading.active_count())
