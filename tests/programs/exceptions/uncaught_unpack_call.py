"""Uncaught TypeError of a call with wrong arguments: only the caller's frame is shown."""


class Door:
    def open(self, key, *, slowly):
        return key, slowly


def enter(door, *args, **kwargs):
    return door.open(*args, **kwargs)


print(enter(Door(), 1, slowly=True))
try:
    enter(Door(), 1)
except TypeError as problem:
    print(problem)
try:
    enter(Door(), 1, 2, slowly=True)
except TypeError as problem:
    print(problem)
enter(Door(), 1, slowly=True, quietly=False)
