# The worker looks at the flag with the lock held, and the flag is set with the lock held.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

stopping = False
bell = threading.Condition()
naps = []


def work():
    with bell:
        while not stopping:
            naps.append("nap")
            bell.wait()
    print("worker stops")


worker = threading.Thread(target=work)
worker.start()
with bell:
    stopping = True
    bell.notify()
worker.join()
