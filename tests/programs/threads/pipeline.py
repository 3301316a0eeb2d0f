"""Three stages joined by queues, with a sentinel that travels through; the order is kept."""
import queue
import threading


def stage(f, source, target):
    while (item := source.get()) is not None:
        for result in f(item):
            target.put(result)
        source.task_done()
    target.put(None)
    source.task_done()


def words(line):
    return line.split()


def clean(word):
    word = word.strip(",.!").lower()
    return [word] if word else []


def number(word, count=iter(range(1, 100))):
    yield f"{next(count)}:{word}"


queues = [queue.Queue(maxsize=2) for _ in range(3)] + [queue.Queue()]
stages = [threading.Thread(target=stage, args=(f, queues[i], queues[i + 1])) for i, f in enumerate((words, clean, number))]
for t in stages:
    t.start()
for line in ("The tortoise and the hare,", ". !", "they RACED.", "Slow wins!"):
    queues[0].put(line)
queues[0].put(None)
for t in stages:
    t.join()
while (item := queues[-1].get()) is not None:
    print(item, end=" ")
print()
print([q.unfinished_tasks for q in queues[:3]], [q.empty() for q in queues])
