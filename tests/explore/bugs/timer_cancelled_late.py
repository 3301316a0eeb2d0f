# The alarm is cancelled at the moment when it goes off, and may or may not ring.
# verdict: counterexample
# kinds: output
# python: 3.14, 3.9, 3.14t
import threading

rings = []
alarm = threading.Timer(0, rings.append, args=["ring"])
alarm.start()
alarm.cancel()
alarm.join()
print(rings)
