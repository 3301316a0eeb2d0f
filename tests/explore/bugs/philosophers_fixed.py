# Only two may sit at the table at once, so one of them gets both forks.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading


class Philosopher(threading.Thread):
    def __init__(self, left, right):
        super().__init__()
        self.left = left
        self.right = right

    def run(self):
        with chairs, self.left, self.right:
            plates.append("empty")


plates = []
chairs = threading.Semaphore(2)
forks = [threading.Lock() for _ in range(3)]
table = [Philosopher(forks[seat], forks[(seat + 1) % 3]) for seat in range(3)]
for philosopher in table:
    philosopher.start()
for philosopher in table:
    philosopher.join()
print(len(plates), "have eaten")
