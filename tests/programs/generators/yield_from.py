"""yield from: delegation of values, sends, exceptions and results; closing."""


def inner(name):
    try:
        got = yield f"{name} 1"
        print(name, "got", got)
        yield f"{name} 2"
        return f"{name} result"
    except KeyError as problem:
        print(name, "caught", problem)
        yield f"{name} recovered"
        return "after error"
    finally:
        print(name, "finally")


def outer():
    a = yield from inner("a")
    print("outer has", a)
    b = yield from inner("b")
    c = yield from [10, 20]
    d = yield from "xy"
    return a, b, c, d


o = outer()
print(next(o), o.send("hello"), next(o), o.throw(KeyError("oops")), o.gi_yieldfrom is not None)
rest = []
try:
    while True:
        rest.append(next(o))
except StopIteration as stop:
    print(rest, stop.value)


o = outer()
next(o)
o.close()
print("closed")
