"""A timer that starts itself again, a watchdog that is put off, and a timer cancelled after it fired."""
import threading
import time

ticks = []
finished = threading.Event()


def tick():
    ticks.append(len(ticks))
    if len(ticks) < 4:
        threading.Timer(0.05, tick).start()
    else:
        finished.set()


tick()
print(finished.wait(5), ticks)


class Watchdog:
    def __init__(self, limit):
        self.limit, self.barked, self.timer = limit, 0, None

    def pat(self):
        if self.timer:
            self.timer.cancel()
        self.timer = threading.Timer(self.limit, self.bark)
        self.timer.start()

    def bark(self):
        self.barked += 1


dog = Watchdog(0.15)
for _ in range(4):
    dog.pat()
    time.sleep(0.05)
print("patted in time", dog.barked)
time.sleep(0.2)
print("left alone", dog.barked)
dog.timer.cancel()
dog.timer.join()
print(dog.barked, dog.timer.is_alive())
t = threading.Timer(10, print, ("never",))
t.daemon = True
t.start()
t.cancel()
t.join()
print("cancelled at once", t.is_alive(), t.finished.is_set())
try:
    threading.Timer("soon", print).start()
finally:
    time.sleep(0.1)
    print("the main thread goes on")
