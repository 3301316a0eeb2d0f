# A head count goes from room to room while somebody walks from an uncounted room into a counted one.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

rooms = {"kitchen": 1, "garden": 1}


def count():
    total = 0
    for name in ("kitchen", "garden"):
        total += rooms[name]
    assert total == 2, f"{total} people counted"


def walk():
    rooms["kitchen"], rooms["garden"] = rooms["kitchen"] + 1, rooms["garden"] - 1


threads = [threading.Thread(target=count), threading.Thread(target=walk)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(rooms)
