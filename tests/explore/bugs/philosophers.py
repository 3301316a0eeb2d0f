# Three philosophers take the fork on their left and then wait for the one on their right.
# verdict: counterexample
# kinds: deadlock
# python: 3.14, 3.9, 3.14t
import threading


class Philosopher(threading.Thread):
    def __init__(self, left, right):
        super().__init__()
        self.left = left
        self.right = right

    def run(self):
        with self.left, self.right:
            plates.append("empty")


plates = []
forks = [threading.Lock() for _ in range(3)]
table = [Philosopher(forks[seat], forks[(seat + 1) % 3]) for seat in range(3)]
for philosopher in table:
    philosopher.start()
for philosopher in table:
    philosopher.join()
print(len(plates), "have eaten")
