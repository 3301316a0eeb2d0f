# Two threads ask a registry for the same room, and each may get a room of its own.
# verdict: counterexample
# kinds: output
# python: 3.14, 3.9, 3.14t
import threading


class Room:
    def __init__(self, name):
        self.name = name
        self.guests = []


rooms = {}


def room(name):
    if name not in rooms:
        rooms[name] = Room(name)
    return rooms[name]


def enter(guest):
    room("lobby").guests.append(guest)


threads = [threading.Thread(target=enter, args=(guest,)) for guest in ("Ada", "Bob")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("in the lobby:", sorted(rooms["lobby"].guests))
