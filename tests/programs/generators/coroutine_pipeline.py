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
