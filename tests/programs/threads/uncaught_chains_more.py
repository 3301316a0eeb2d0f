"""Chained exceptions in threads: three in a row, raised again, stored, in a group."""
import threading


def first():
    raise KeyError("first")


def context():
    try:
        first()
    except KeyError:
        int("second")


def three():
    try:
        context()
    except ValueError:
        {}.nope


def reraised():
    try:
        first()
    except KeyError:
        print("seen")
        raise


def stored():
    kept = []
    try:
        first()
    except KeyError as problem:
        kept.append(problem)
    raise kept[0]


def group():
    try:
        first()
    except KeyError as problem:
        raise ExceptionGroup("group", [problem, ValueError("other")])


for f in (three, reraised, stored, group):
    t = threading.Thread(target=f, name=f.__name__)
    t.start()
    t.join()
