# The worker looks at the flag before it takes the condition's lock, and the bell rings in between.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import threading

stopping = False
bell = threading.Condition()
naps = []


def work():
    while not stopping:
        naps.append("nap")
        with bell:
            bell.wait()
    print("worker stops")


worker = threading.Thread(target=work)
worker.start()
stopping = True
with bell:
    bell.notify()
worker.join()
