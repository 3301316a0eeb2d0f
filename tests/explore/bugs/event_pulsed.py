# An event is set and cleared at once, and whoever comes too late waits for ever.
# verdict: counterexample
# kinds: deadlock
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
whistle.clear()
for one in players:
    one.join()
