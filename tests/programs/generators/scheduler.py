"""A round-robin scheduler of generators; a running total delegated with yield from."""
def scheduler(tasks):
    queue = list(tasks)
    while queue:
        task = queue.pop(0)
        try:
            print(next(task), end=" ")
            queue.append(task)
        except StopIteration as stop:
            print(f"[{stop.value}]", end=" ")
    print()


def task(name, n):
    for i in range(n):
        yield f"{name}{i}"
    return name


scheduler([task("a", 2), task("b", 3), task("c", 1)])


def running_total():
    total = 0
    while (v := (yield total)) is not None:
        total += v
    return f"total {total}"


def wrapper(results):
    while True:
        results.append((yield from running_total()))


results = []
w = wrapper(results)
next(w)
for v in (1, 2, None, 10, None):
    w.send(v)
print(results)
