"""A generator used by two threads at once: ValueError in the second."""
import threading
import time


def slow():
    for i in range(3):
        time.sleep(0.1)
        yield i


g = slow()
got, problems = [], []


def use(wait):
    time.sleep(wait)
    try:
        got.append((wait, next(g)))
    except ValueError as problem:
        problems.append(str(problem))


threads = [threading.Thread(target=use, args=(w,)) for w in (0, 0.05, 0.2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(got, problems)


class Locked:
    def __init__(self, iterable):
        self.iterator, self.lock = iter(iterable), threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            return next(self.iterator)


shared = Locked(slow())
taken = []


def take():
    for v in shared:
        taken.append(v)


threads = [threading.Thread(target=take) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(taken))
