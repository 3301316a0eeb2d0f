# Only when its thread has ended is it certain that the timer does not ring any more.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

cancelled = False


def ring():
    assert not cancelled, "rings although it was cancelled"


alarm = threading.Timer(0, ring)
alarm.start()
alarm.cancel()
alarm.join()
cancelled = True
print("cancelled")
