# The alarm has rung before anybody thinks of cancelling it.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

rings = []
alarm = threading.Timer(0, rings.append, args=["ring"])
alarm.start()
alarm.join()
alarm.cancel()
print(rings)
