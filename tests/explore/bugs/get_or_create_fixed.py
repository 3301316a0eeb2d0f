# The registry uses setdefault, which looks and stores in one step.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading


class Room:
    def __init__(self, name):
        self.name = name
        self.guests = []


rooms = {}


def room(name):
    return rooms.setdefault(name, Room(name))


def enter(guest):
    room("lobby").guests.append(guest)


threads = [threading.Thread(target=enter, args=(guest,)) for guest in ("Ada", "Bob")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("in the lobby:", sorted(rooms["lobby"].guests))
