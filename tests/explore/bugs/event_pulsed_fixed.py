# The event stays set.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

whistle = threading.Event()


def player(name):
    whistle.wait()
    print(name, "runs")


players = [threading.Thread(target=player, args=(name,)) for name in ("Olu", "Pia")]
for one in players:
    one.start()
whistle.set()
for one in players:
    one.join()
