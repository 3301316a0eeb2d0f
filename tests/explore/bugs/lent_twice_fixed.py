# Taking a connection out of the pool is one step.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

pool = ["line 1", "line 2"]
calls = []


def call(name):
    line = pool.pop()
    calls.append(f"{name} has {line}")


callers = [threading.Thread(target=call, args=(name,)) for name in ("Gil", "Hua")]
for caller in callers:
    caller.start()
for caller in callers:
    caller.join()
print("calls", len(calls))
