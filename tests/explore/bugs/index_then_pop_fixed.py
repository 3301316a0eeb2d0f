# Looking up and taking out are under one lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

guests = ["Ann", "Bob"]
door = threading.Lock()


def leave(name):
    with door:
        place = guests.index(name)
        guests.pop(place)


threads = [threading.Thread(target=leave, args=(name,)) for name in guests[:]]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("still here:", guests)
