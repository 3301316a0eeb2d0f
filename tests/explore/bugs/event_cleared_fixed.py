# The clerk clears the event first and looks at the tray afterwards.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

tray = []
desk = []
request = threading.Event()


def clerk():
    while len(desk) < 2:
        request.wait()
        request.clear()
        while tray:
            desk.append(tray.pop())
        desk.sort()
    print("handled", desk)


def ask(paper):
    tray.append(paper)
    request.set()


threads = [threading.Thread(target=clerk)]
threads += [threading.Thread(target=ask, args=(paper,)) for paper in ("form A", "form B")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
