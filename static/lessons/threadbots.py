"""Robot waiters take knives and forks from one kitchen and bring them back. Is all of it there in the end?

`self.knives += knives` reads, adds and writes. Up to Python 3.9, and without the GIL, another robot can come in between.
"""
import queue
import threading


class Cutlery:
    def __init__(self, knives: int, forks: int) -> None:
        self.knives = knives
        self.forks = forks

    def give(self, to: "Cutlery", knives: int, forks: int) -> None:
        self.change(-knives, -forks)
        to.change(knives, forks)

    def change(self, knives: int, forks: int) -> None:
        self.knives += knives
        self.forks += forks


class ThreadBot(threading.Thread):
    def __init__(self, name: str, jobs: list[str]) -> None:
        super().__init__(name=name)
        self.cutlery = Cutlery(0, 0)
        self.jobs: queue.SimpleQueue[str] = queue.SimpleQueue()
        for job in jobs:
            self.jobs.put(job)

    def run(self) -> None:
        while (job := self.jobs.get()) != "stop":
            if job == "lay the table":
                kitchen.give(self.cutlery, knives=4, forks=4)
            elif job == "clear the table":
                self.cutlery.give(kitchen, knives=4, forks=4)


kitchen = Cutlery(knives=20, forks=20)
bots = [ThreadBot(name, ["lay the table", "clear the table", "stop"]) for name in ("Robin", "Sam")]
for bot in bots:
    bot.start()
for bot in bots:
    bot.join()
print(f"In the kitchen: {kitchen.knives} knives and {kitchen.forks} forks of 20 each")
