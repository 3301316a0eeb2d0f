# Taking and giving back are each done under one lock.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading


class SafeStack:
    def __init__(self, size):
        self.free = list(range(size))
        self.lock = threading.Lock()

    def pop(self):
        with self.lock:
            return self.free.pop()

    def push(self, index):
        with self.lock:
            self.free.append(index)


stack = SafeStack(3)
owner = [None] * 3


def check(index, name):
    assert owner[index] == name, f"{owner[index]} and {name} both own {index}"


def work(name):
    for _ in range(2):
        while (index := stack.pop()) < 0:
            pass
        owner[index] = name
        check(index, name)
        stack.push(index)


threads = [threading.Thread(target=work, args=(name,)) for name in ("red", "green", "blue")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all have worked")
