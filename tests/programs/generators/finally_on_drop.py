"""A generator left early is closed when its last reference goes: its finally runs at once."""


def lines(name):
    print("open", name)
    try:
        for i in range(5):
            yield f"{name}{i}"
    finally:
        print("close", name)


for line in lines("a"):
    print(line)
    if line == "a1":
        break
print("after the loop")
g = lines("b")
next(g)
g = None
print("after b")
g = lines("c")
g = None
print("c was never started")


def use():
    h = lines("d")
    return next(h)


print(use())


def first(iterable):
    for v in iterable:
        return v


print(first(lines("e")))
print(next(lines("f")))
x, *_ = zip(lines("g"), range(2))
print(x)
try:
    for line in lines("h"):
        raise ValueError("in the body")
except ValueError as problem:
    print("caught", problem)


class Guard:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        print("guard", args[0].__name__ if args[0] else None)


def guarded():
    with Guard():
        yield 1
        yield 2


print(next(guarded()))
print(list(guarded()))
print("end")
