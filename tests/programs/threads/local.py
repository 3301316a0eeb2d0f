"""threading.local: each thread has its own attributes; a subclass with __init__."""
import threading

data = threading.local()
data.name = "main"
data.n = 0
seen = []


def worker(n):
    seen.append(hasattr(data, "name"))
    data.name = f"worker {n}"
    for _ in range(n):
        data.n = getattr(data, "n", 100) + 1
    seen.append((data.name, data.__dict__))


for n in range(1, 3):
    t = threading.Thread(target=worker, args=(n,))
    t.start()
    t.join()
print(seen)
print(data.name, data.n)


class Counted(threading.local):
    made = 0
    label = "class attribute"

    def __init__(self, start):
        print("init in", threading.current_thread().name)
        self.v = start

    def bump(self):
        self.v += 1
        return self.v


c = Counted(10)
print(c.bump(), c.bump())


def use():
    print(c.bump(), c.label)


t = threading.Thread(target=use, name="T")
t.start()
t.join()
print(c.v, c.__dict__)
del data.n
try:
    data.n
except AttributeError as problem:
    print(problem)
