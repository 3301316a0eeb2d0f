"""What a thread keeps in threading.local dies with the thread; __del__ runs in the thread that drops the last reference."""
import threading


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, "in", threading.current_thread().name)


class Quiet(Noisy):
    def __del__(self):  # the thread has no name any more when its locals go
        print("del", self.name)


data = threading.local()


def work(n):
    data.noisy = Quiet(f"local {n}")
    local = Noisy(f"variable {n}")
    print("working", n, hasattr(data, "noisy"))
    del local


def use(box):
    box.pop()


for n in range(2):
    t = threading.Thread(target=work, args=(n,), name=f"T{n}")
    t.start()
    t.join()
print(hasattr(data, "noisy"))
box = [Noisy("given")]
t = threading.Thread(target=use, args=(box,), name="user")
t.start()
t.join()
argument = Noisy("argument")
t = threading.Thread(target=lambda a: print("got", a.name), args=(argument,), name="arg")
argument = None
t.start()
t.join()
print("joined")


def raiser():
    guard = Noisy("guard")
    raise SystemExit


t = threading.Thread(target=raiser, name="raiser")
t.start()
t.join()
print("end")
