"""Carets of statements: unpacking, loops, stores, deletions, with, conditions, each raised in a thread of its own."""
import threading


class Box:
    v = 5


box, text, numbers, table = Box(), "text", [1, 2, 3], {"a": 1}


def unpack():
    a, b, c = numbers, text
    return a


def loop():
    for item in box.v:
        return item


def comprehension():
    return [n / (n - 2) for n in numbers]


def augmented():
    value = text
    value += 1


def store():
    numbers[10] = box.v


def delete():
    del table["nope"]


def starred():
    return print(*numbers, *5)


def conditional():
    return (1 / 0 if box.v else 2)


def with_statement():
    with open_nothing():
        pass


def walrus():
    if (n := int("x")) > 1:
        return n


checks = [unpack, loop, comprehension, augmented, store, delete, starred, conditional, with_statement, walrus]
for check in checks:
    t = threading.Thread(target=check, name=check.__name__)
    t.start()
    t.join()
