# An index is looked up and used later, when another thread has taken out an item before it.
# verdict: counterexample
# kinds: exception IndexError
# python: 3.14, 3.9, 3.14t
import threading

guests = ["Ann", "Bob"]


def leave(name):
    place = guests.index(name)
    guests.pop(place)


threads = [threading.Thread(target=leave, args=(name,)) for name in guests[:]]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("still here:", guests)
