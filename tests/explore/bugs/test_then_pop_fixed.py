# Each thread tries to take one and does not mind finding nothing.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

plates = ["plate"]


def dry():
    try:
        plates.pop()
    except IndexError:
        pass


threads = [threading.Thread(target=dry) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("left", plates)
