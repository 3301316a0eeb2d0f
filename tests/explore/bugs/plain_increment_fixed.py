# The increment is done under a lock, so that no interpreter has to promise anything.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

hits = 0
lock = threading.Lock()


def visit():
    global hits
    with lock:
        hits += 1


visitors = [threading.Thread(target=visit) for _ in range(2)]
for visitor in visitors:
    visitor.start()
for visitor in visitors:
    visitor.join()
print("hits", hits)
