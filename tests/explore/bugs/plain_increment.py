# An increment without any call is one step under the GIL of 3.10 to 3.14, and several before it and without it.
# verdict: counterexample
# kinds: output
# python: 3.9, 3.14t
import threading

hits = 0


def visit():
    global hits
    hits += 1


visitors = [threading.Thread(target=visit) for _ in range(2)]
for visitor in visitors:
    visitor.start()
for visitor in visitors:
    visitor.join()
print("hits", hits)
