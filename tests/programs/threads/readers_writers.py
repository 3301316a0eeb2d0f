"""A readers-writer lock made of a Condition: readers together, writers alone."""
import threading
import time


class RWLock:
    def __init__(self):
        self.cond, self.readers, self.writing = threading.Condition(), 0, False

    def read(self):
        with self.cond:
            self.cond.wait_for(lambda: not self.writing)
            self.readers += 1

    def end_read(self):
        with self.cond:
            self.readers -= 1
            self.cond.notify_all()

    def write(self):
        with self.cond:
            self.cond.wait_for(lambda: not self.writing and self.readers == 0)
            self.writing = True

    def end_write(self):
        with self.cond:
            self.writing = False
            self.cond.notify_all()


lock, log, say = RWLock(), [], threading.Lock()


def note(text):
    with say:
        log.append(text)


def reader(name, begin, length):
    time.sleep(begin)
    lock.read()
    note(f"{name} reads with {lock.readers}")
    time.sleep(length)
    lock.end_read()


def writer(name, begin, length):
    time.sleep(begin)
    lock.write()
    note(f"{name} writes")
    time.sleep(length)
    note(f"{name} wrote")
    lock.end_write()


plans = [(reader, "r1", 0, 0.2), (reader, "r2", 0.06, 0.2), (writer, "w1", 0.12, 0.1), (reader, "r3", 0.45, 0.1)]
threads = [threading.Thread(target=f, args=args) for f, *args in plans]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(*log, sep="\n")
