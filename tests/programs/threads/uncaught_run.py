"""An uncaught exception in an overridden run(), in a Timer, and in the action of a Barrier."""
import threading


class Worker(threading.Thread):
    def run(self):
        self.step(3)

    def step(self, n):
        if n == 0:
            raise RuntimeError(f"{self.name} ran out of steps")
        self.step(n - 1)


w = Worker(name="stepper")
w.start()
w.join()


def late():
    return {}["missing"]


t = threading.Timer(0.05, late)
t.name = "timer"
t.start()
t.join()
barrier = threading.Barrier(1, action=lambda: 1 / 0)
b = threading.Thread(target=barrier.wait, name="barrier")
b.start()
b.join()
print("broken:", barrier.broken, threading.active_count())
