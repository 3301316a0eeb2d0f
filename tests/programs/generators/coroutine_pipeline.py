"""Generators as coroutines: a pipeline fed by send, primed by a decorator, closed from the source."""
import functools


def primed(f):
    @functools.wraps(f)
    def start(*args):
        g = f(*args)
        next(g)
        return g

    return start


@primed
def grep(pattern, target):
    print("looking for", pattern)
    try:
        while True:
            line = yield
            if pattern in line:
                target.send(line)
    except GeneratorExit:
        print("grep closed")
        target.close()


@primed
def number(target):
    n = 0
    try:
        while True:
            text = yield n
            n += 1
            target.send(f"{n}: {text}")
    finally:
        print("numbered", n)
        target.close()


@primed
def collect(out):
    while True:
        try:
            out.append((yield len(out)))
        except ValueError as problem:
            out.append(f"<{problem}>")


out = []
sink = collect(out)
pipe = grep("an", number(sink))
for line in ("banana", "cherry", "orange", "mango"):
    pipe.send(line)
print(out, sink.throw(ValueError("marker")))
pipe.close()
print(out)
try:
    sink.send("late")
except StopIteration as stop:
    print("sink is closed", stop.value)


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
