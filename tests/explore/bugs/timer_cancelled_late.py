# The timer has already decided to ring when it is cancelled.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
import threading

cancelled = False


def ring():
    assert not cancelled, "rings although it was cancelled"


alarm = threading.Timer(0, ring)
alarm.start()
alarm.cancel()
cancelled = True
alarm.join()
print("cancelled")
