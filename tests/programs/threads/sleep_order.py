"""Sleeps of different length order the output of threads; join with a timeout."""
import threading
import time


def say(text, delay):
    time.sleep(delay)
    print(text)


words = [("four", 0.4), ("one", 0.1), ("three", 0.3), ("two", 0.2)]
threads = [threading.Thread(target=say, args=w) for w in words]
start = time.monotonic()
for t in threads:
    t.start()
threads[0].join(timeout=0.25)
print("first thread alive:", threads[0].is_alive(), [t.is_alive() for t in threads])
for t in threads:
    t.join()
took = time.monotonic() - start
print("all ended", 0.39 < took < 5, time.perf_counter() > 0, time.time() > 1e9)
print(threads[0].join(0), threads[0].join(timeout=-1), threads[0].join(None))
for bad in (-1, "x", None):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as problem:
        print(problem)
