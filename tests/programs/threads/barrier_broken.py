"""A barrier broken by a time-out, by abort and by a failing action; reset makes it whole again."""
import threading
import time

results = []
guard = threading.Lock()


def member(barrier, name, timeout=None):
    try:
        barrier.wait(timeout)
        text = "passed"
    except threading.BrokenBarrierError as problem:
        text = type(problem).__name__
    except ZeroDivisionError as problem:
        text = f"action: {problem}"
    with guard:
        results.append((name, text))


def group(barrier, *members):
    results.clear()
    threads = [threading.Thread(target=member, args=(barrier, *m)) for m in members]
    for t in threads:
        t.start()
        time.sleep(0.02)
    for t in threads:
        t.join()
    print(sorted(results), barrier.broken, barrier.n_waiting)


three = threading.Barrier(3)
group(three, ("a",), ("b", 0.1))
group(three, ("late",))
three.reset()
group(three, ("a",), ("b",), ("c",))
acting = threading.Barrier(2, action=lambda: 1 / 0)
group(acting, ("a",), ("b",))
timed = threading.Barrier(2, timeout=0.1)
group(timed, ("alone",))
aborted = threading.Barrier(2)
aborted.abort()
group(aborted, ("x",), ("y",))
order = []
phases = threading.Barrier(2, action=lambda: order.append("|"))


def phase(n):
    for step in "ab":
        order.append(step)
        phases.wait()


threads = [threading.Thread(target=phase, args=(n,)) for n in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("".join(order))
