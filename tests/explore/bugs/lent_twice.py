# A connection is looked at first and taken out of the pool later, so two threads get the same one.
# verdict: counterexample
# kinds: exception ValueError
# python: 3.14, 3.9, 3.14t
import threading

pool = ["line 1", "line 2"]
calls = []


def call(name):
    line = min(pool)
    pool.remove(line)
    calls.append(f"{name} has {line}")


callers = [threading.Thread(target=call, args=(name,)) for name in ("Gil", "Hua")]
for caller in callers:
    caller.start()
for caller in callers:
    caller.join()
print("calls", len(calls))
