"""yield from in recursion and over other iterables; its errors."""
def flatten(tree):
    for branch in tree:
        if isinstance(branch, list):
            yield from flatten(branch)
        else:
            yield branch


print(list(flatten([1, [2, [3, [4]], 5], [], [[6]]])))


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
