# The gate opens for everybody, but only one of the two who wait is told.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import threading

gate = threading.Condition()
is_open = False
inside = []


def enter(name):
    with gate:
        while not is_open:
            gate.wait()
        inside.append(name)


visitors = [threading.Thread(target=enter, args=(name,)) for name in ("Uma", "Vic")]
for visitor in visitors:
    visitor.start()
with gate:
    is_open = True
    gate.notify()
for visitor in visitors:
    visitor.join()
print("inside", sorted(inside))
