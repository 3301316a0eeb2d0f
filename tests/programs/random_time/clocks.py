"""time: monotonic clocks never go back, sleep lasts at least as long as asked; values are not printed."""
import time

a = time.monotonic()
b = time.monotonic()
print(b >= a, type(a).__name__, type(time.monotonic_ns()).__name__, type(time.time()).__name__, type(time.time_ns()).__name__)
start = time.perf_counter()
time.sleep(0.05)
took = time.perf_counter() - start
print(took >= 0.05, took < 5)
before, start_ns = time.monotonic(), time.monotonic_ns()
for delay in (0.01, 0.02, 0):
    time.sleep(delay)
print(time.monotonic() - before >= 0.03, time.monotonic_ns() - start_ns >= 30_000_000)
readings = [time.monotonic() for _ in range(50)]
print(readings == sorted(readings), time.process_time() >= 0, time.thread_time() >= 0)
for bad in (-0.1, "1", None, float("nan")):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as problem:
        print(type(problem).__name__, problem)
deadline = time.monotonic() + 0.05
spins = 0
while time.monotonic() < deadline:
    spins += 1
print(spins > 0, time.monotonic() >= deadline)
print(time.sleep(0))
