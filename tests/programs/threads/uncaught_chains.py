"""Chained exceptions in threads: context, cause, a hidden context, an exception inside except and finally."""
import threading


def first():
    raise KeyError("first")


def context():
    try:
        first()
    except KeyError:
        int("second")


def cause():
    try:
        first()
    except KeyError as problem:
        raise RuntimeError("second") from problem


def hidden():
    try:
        first()
    except KeyError:
        raise RuntimeError("only this") from None


def in_finally():
    try:
        first()
    finally:
        [][0]


def in_else():
    try:
        pass
    except KeyError:
        pass
    else:
        first()


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


for f in (context, cause, hidden, in_finally, in_else, three, reraised, stored, group):
    t = threading.Thread(target=f, name=f.__name__)
    t.start()
    t.join()
