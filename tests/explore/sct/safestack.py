# A lock-free stack lets two threads have the same element after a long chain of switches.
# verdict: counterexample
# kinds: exception AssertionError
# python: 3.14, 3.9, 3.14t
# schedules: none
import threading


class Atomic:
    def __init__(self, value):
        self.value = value
        self.lock = threading.Lock()

    def load(self):
        return self.value

    def add(self, number):
        with self.lock:
            self.value += number

    def exchange(self, new):
        with self.lock:
            old, self.value = self.value, new
            return old

    def compare_exchange(self, expected, new):
        with self.lock:
            if self.value == expected:
                self.value = new
                return True
            return False


class SafeStack:
    def __init__(self, size):
        self.head = Atomic(0)
        self.count = Atomic(size)
        self.next = [Atomic(index + 1) for index in range(size - 1)] + [Atomic(-1)]

    def pop(self):
        while self.count.load() > 1:
            head = self.head.load()
            following = self.next[head].exchange(-1)
            if following >= 0:
                if self.head.compare_exchange(head, following):
                    self.count.add(-1)
                    return head
                self.next[head].exchange(following)
        return -1

    def push(self, index):
        while True:
            head = self.head.load()
            self.next[index].exchange(head)
            if self.head.compare_exchange(head, index):
                break
        self.count.add(1)


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
