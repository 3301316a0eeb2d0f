"""yield from: delegation of values, sends, exceptions, results; chains of generators."""


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


def flatten(tree):
    for branch in tree:
        if isinstance(branch, list):
            yield from flatten(branch)
        else:
            yield branch


print(list(flatten([1, [2, [3, [4]], 5], [], [[6]]])))
o = outer()
next(o)
o.close()
print("closed")


def walk(depth):
    if depth:
        yield depth
        yield from walk(depth - 1)
        yield -depth


print(list(walk(4)))


class Custom:
    def __iter__(self):
        return iter("pq")


print(list((lambda: (yield from Custom()))()))
try:
    list((lambda: (yield from 5))())
except TypeError as problem:
    print(problem)
try:
    g = (lambda: (yield from iter([1, 2])))()
    next(g)
    g.send("to a list iterator")
except AttributeError as problem:
    print(problem)
