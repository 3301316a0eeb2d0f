# One slot stays free between the owner and a thief.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading


class Task:
    def __init__(self):
        self.runs = 0

    def run(self):
        self.runs += 1


class WorkStealingQueue:
    """The owner puts and pops at the tail, thieves steal at the head, one at a time."""

    def __init__(self, size):
        self.mask = size - 1
        self.slots = [None] * size
        self.head = self.tail = 0
        self.lock = threading.Lock()

    def steal(self):
        with self.lock:
            head = self.head
            self.head = head + 1
            if head < self.tail:
                return self.slots[head & self.mask]
            self.head = head
            return None

    def pop(self):
        tail = self.tail - 1
        self.tail = tail
        if self.head <= tail:
            return self.slots[tail & self.mask]
        self.tail = tail + 1
        with self.lock:
            if self.head < self.tail:
                self.tail -= 1
                return self.slots[self.tail & self.mask]
            self.head = self.tail = 0
            return None

    def put(self, task):
        tail = self.tail
        if tail < self.head + self.mask:
            self.slots[tail & self.mask] = task
            self.tail = tail + 1
            return
        with self.lock:
            kept = [self.slots[i & self.mask] for i in range(self.head, self.tail)] + [task]
            self.slots = kept + [None] * (2 * len(self.slots) - len(kept))
            self.mask = len(self.slots) - 1
            self.head, self.tail = 0, len(kept)


tasks = [Task() for _ in range(4)]
queue = WorkStealingQueue(2)


def thieve():
    for _ in range(2):
        if task := queue.steal():
            task.run()


thief = threading.Thread(target=thieve)
thief.start()
for pair in (tasks[:2], tasks[2:]):
    for task in pair:
        queue.put(task)
    if task := queue.pop():
        task.run()
while task := queue.pop():
    task.run()
thief.join()
assert [task.runs for task in tasks] == [1, 1, 1, 1], [task.runs for task in tasks]
print("each task has run once")
