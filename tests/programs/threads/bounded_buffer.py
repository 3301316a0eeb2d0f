"""A bounded buffer with a Condition: two producers and two consumers, nothing lost, never over its size."""
import threading


class Buffer:
    def __init__(self, size):
        self.items, self.size, self.most = [], size, 0
        lock = threading.Lock()
        self.not_full, self.not_empty = threading.Condition(lock), threading.Condition(lock)

    def put(self, item):
        with self.not_full:
            while len(self.items) >= self.size:
                self.not_full.wait()
            self.items.append(item)
            self.most = max(self.most, len(self.items))
            self.not_empty.notify()

    def get(self):
        with self.not_empty:
            self.not_empty.wait_for(lambda: self.items)
            item = self.items.pop(0)
            self.not_full.notify()
            return item


buffer = Buffer(3)
received = []
guard = threading.Lock()


def producer(n):
    for i in range(20):
        buffer.put((n, i))


def consumer():
    while (item := buffer.get()) is not None:
        with guard:
            received.append(item)


producers = [threading.Thread(target=producer, args=(n,)) for n in range(2)]
consumers = [threading.Thread(target=consumer) for _ in range(2)]
for t in consumers + producers:
    t.start()
for t in producers:
    t.join()
for _ in consumers:
    buffer.put(None)
for t in consumers:
    t.join()
print(len(received), sorted(received) == [(n, i) for n in range(2) for i in range(20)])
print(1 <= buffer.most <= 3, buffer.items)
