"""Uncaught: finally blocks at each level run from the inside out, one of them replaces the exception."""


def level(n):
    try:
        if n == 0:
            return [][n]
        return level(n - 1)
    finally:
        print("finally", n)
        if n == 2:
            raise RuntimeError(f"replaced at {n}")


def top():
    try:
        level(4)
    except LookupError:
        print("not this")
    else:
        print("nor this")
    finally:
        print("top")


top()
