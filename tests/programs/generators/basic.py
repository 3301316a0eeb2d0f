"""yield: suspension, exhaustion, return values in StopIteration, generator attributes."""


def countdown(n):
    print("start")
    while n:
        yield n
        n -= 1
    print("end")
    return "lift-off"


g = countdown(2)
print(type(g).__name__, g.gi_running, g.gi_frame is not None, g.__name__, g.gi_suspended)
print(next(g), g.gi_suspended)
print(next(g), g.gi_frame.f_locals)
try:
    next(g)
except StopIteration as stop:
    print("stop", stop.value, stop.args)
try:
    next(g)
except StopIteration as stop:
    print("again", stop.value, g.gi_frame)
print(list(countdown(0)), [*countdown(1)], sum(countdown(3)))


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


f = fibonacci()
print([next(f) for _ in range(15)])
for v in fibonacci():
    if v > 50:
        break
print(v, next(f))


def empty():
    return
    yield


print(list(empty()), next(empty(), "nothing"))


def nested():
    for i in range(2):
        yield [(yield i), i]


n = nested()
print(next(n), next(n), n.send("sent"), next(n), list(n))


def bad():
    yield 1
    raise StopIteration("inside")


b = bad()
print(next(b))
try:
    next(b)
except RuntimeError as problem:
    print(problem, repr(problem.__cause__))
