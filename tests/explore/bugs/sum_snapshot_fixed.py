# Nobody walks while the people are counted.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

rooms = {"kitchen": 1, "garden": 1}
doors = threading.Lock()


def count():
    total = 0
    with doors:
        for name in ("kitchen", "garden"):
            total += rooms[name]
    assert total == 2, f"{total} people counted"


def walk():
    with doors:
        rooms["kitchen"], rooms["garden"] = rooms["kitchen"] + 1, rooms["garden"] - 1


threads = [threading.Thread(target=count), threading.Thread(target=walk)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(rooms)
