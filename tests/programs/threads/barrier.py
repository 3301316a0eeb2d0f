"""Barrier: parties, action, index, reset, abort, timeout, broken barriers."""
import threading
import time

log = []
barrier = threading.Barrier(3, action=lambda: log.append("action"))
print(barrier.parties, barrier.n_waiting, barrier.broken)


def runner(n):
    for round_ in range(2):
        time.sleep(0.05 * n)
        log.append(f"arrive {n}.{round_}")
        index = barrier.wait()
        time.sleep(0.05 * (n + 1))
        log.append(f"left {n}.{round_} index {index}")
        barrier.wait()


threads = [threading.Thread(target=runner, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(*log, sep="\n")
small = threading.Barrier(2)
results = []


def broken():
    try:
        small.wait()
    except threading.BrokenBarrierError as problem:
        results.append(repr(problem))


for breaker in (small.abort, small.reset):
    t = threading.Thread(target=broken)
    t.start()
    time.sleep(0.05)
    print(small.n_waiting)
    breaker()
    t.join()
    print(results, small.broken)
    small.reset()
try:
    small.wait(timeout=0.05)
except threading.BrokenBarrierError:
    print("timed out", small.broken)
try:
    small.wait()
except threading.BrokenBarrierError:
    print("already broken")
print(threading.Barrier(1).wait())
