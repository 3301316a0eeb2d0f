"""Objects that threads may share without a lock: itertools.count, deque, list.append, dict.setdefault; and a lock for the rest."""
import collections
import itertools
import threading

ids, used, queue_, table = itertools.count(1), [], collections.deque(), {}
lock, total = threading.Lock(), 0


def work(n):
    global total
    for _ in range(50):
        used.append(next(ids))
        queue_.append(n)
        table.setdefault(n, []).append(1)
        with lock:
            current = total
            current = int(current) + 1
            total = current


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(used), len(set(used)), max(used), collections.Counter(queue_) == {0: 50, 1: 50, 2: 50, 3: 50})
print({k: len(v) for k, v in sorted(table.items())}, total)


class Once:
    def __init__(self, f):
        self.f, self.lock, self.calls = f, threading.Lock(), 0

    def get(self):
        if not hasattr(self, "value"):
            with self.lock:
                if not hasattr(self, "value"):
                    self.calls += 1
                    self.value = self.f()
        return self.value


once = Once(lambda: object())
got = []
threads = [threading.Thread(target=lambda: got.append(once.get())) for _ in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(once.calls, len(set(map(id, got))))
