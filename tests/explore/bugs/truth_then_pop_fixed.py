# Test and pop are under one lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

plates = ["plate"]
pile = threading.Lock()


def dry():
    with pile:
        if plates:
            plates.pop()


threads = [threading.Thread(target=dry) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("left", plates)
