"""Chained exceptions in threads: context, cause, a hidden context, an exception inside finally."""
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


for f in (context, cause, hidden, in_finally, in_else):
    t = threading.Thread(target=f, name=f.__name__)
    t.start()
    t.join()
