"""Subclasses of Thread: run overridden, state kept, results read after join, name and daemon given."""
import threading


class Worker(threading.Thread):
    def __init__(self, n, **options):
        super().__init__(**options)
        self.n = n
        self.result = None

    def run(self):
        self.result = sum(range(self.n))
        self.seen = threading.current_thread() is self


workers = [Worker(n, name=f"w{n}") for n in (10, 100, 1000)]
for w in workers:
    w.start()
for w in workers:
    w.join()
    print(w.name, w.result, w.seen)


class Forgot(threading.Thread):
    def __init__(self):
        pass


try:
    Forgot().start()
except RuntimeError as problem:
    print(problem)


class Both(threading.Thread):
    def run(self):
        print("before", self._args)
        super().run()
        print("after")


b = Both(target=print, args=("target", "runs"), daemon=True)
print(b.daemon)
b.start()
b.join()
t = threading.Thread()
t.start()
t.join()
print("empty thread", t.is_alive())
d = threading.Thread(target=lambda: print(threading.current_thread().daemon, threading.Thread().daemon), daemon=True)
d.start()
d.join()
