# A request looks and is counted in one step, and looks at the count itself.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading


class Device:
    def __init__(self):
        self.pending = 1
        self.stopping = False
        self.stopped = False
        self.lock = threading.Lock()

    def add(self, number):
        with self.lock:
            self.pending += number
            return self.pending

    def enter(self):
        with self.lock:
            if self.pending == 0:
                return False
            self.pending += 1
            return True

    def leave(self):
        if self.add(-1) == 0:
            self.stopped = True


device = Device()


def work():
    if device.enter():
        assert not device.stopped, "the device is stopped while in use"
        device.leave()


def stop():
    device.stopping = True
    device.leave()


threads = [threading.Thread(target=target) for target in (stop, work)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("stopping", device.stopping)
