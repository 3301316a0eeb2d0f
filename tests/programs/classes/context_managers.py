"""with: __enter__, __exit__, several managers, suppressed exceptions, order of exit."""


class Room:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, problem, tb):
        print("exit", self.name, kind.__name__ if kind else None, problem, tb is not None)
        return self.swallow


with Room("a") as a:
    print("inside", a)
with Room("a") as a, Room("b") as b:
    print(a, b)
with (
    Room("x", swallow=True) as x,
    Room("y"),
):
    raise ValueError("from the body")
print("after")


def early():
    with Room("r"):
        return "value"


print(early())
for i in range(3):
    with Room(f"loop{i}"):
        if i == 0:
            continue
        break
with Room("outer", swallow=True):
    with Room("inner"):
        {}["k"]
    print("not reached")


class Broken(Room):
    def __exit__(self, *args):
        raise RuntimeError("exit failed")


try:
    with Broken("z"):
        raise KeyError("body failed")
except RuntimeError as problem:
    print(problem, repr(problem.__context__))
with Room("t") as (p, *q):
    print(p, q) if q else print(p)
