"""threading.local objects that die while several threads have been running: what each thread kept goes with them."""
import gc
import threading
import weakref


class Kept:
    def __init__(self, name):
        self.name = name


def work(local, barrier, name, seen):
    local.kept = Kept(name)
    seen.append(weakref.ref(local.kept))
    barrier.wait()
    barrier.wait()


def once(n):
    local = threading.local()
    local.kept = Kept("main")
    seen = [weakref.ref(local.kept)]
    barrier = threading.Barrier(n + 1)
    threads = [threading.Thread(target=work, args=(local, barrier, str(i), seen)) for i in range(n)]
    for thread in threads:
        thread.start()
    barrier.wait()
    print(len(seen), all(ref() is not None for ref in seen), local.kept.name)
    barrier.wait()
    for thread in threads:
        thread.join()
    print([ref() is not None for ref in seen])
    del local, threads, thread
    gc.collect()
    print([ref() for ref in seen] == [None] * len(seen))


for n in (1, 3):
    once(n)


class Own(threading.local):
    def __init__(self, start):
        self.n = start


def count(out):
    own = Own(10)
    for _ in range(3):
        own.n += 1
    out.append(own.n)


out = []
threads = [threading.Thread(target=count, args=(out,)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(out)
