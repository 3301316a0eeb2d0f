"""Default names of threads for every kind of target, and names changed later."""
import functools
import threading


def f():
    pass


class Callable:
    def __call__(self):
        pass

    def method(self):
        pass

    @staticmethod
    def static():
        pass


class Worker(threading.Thread):
    pass


targets = [f, lambda: None, Callable(), Callable().method, Callable.static, functools.partial(f), print, [].append, None, Worker]
for target in targets:
    print(threading.Thread(target=target).name)
print(Worker().name, Worker(name="given").name, Worker(target=f).name, threading.Timer(1, f).name)
print(threading.Thread(name=5).name, threading.Thread(name="").name, threading.Thread(name=None).name)
t = threading.Thread(target=lambda: print("inside", threading.current_thread().name))
t.name = "other"
t.start()
t.join()
print(t.name, repr(t).split(",")[0], repr(threading.Thread(name="new")), repr(Worker(name="w", daemon=True)))
threading.current_thread().name = "boss"
print(threading.main_thread().name, repr(threading.main_thread()).split(" started")[0])
