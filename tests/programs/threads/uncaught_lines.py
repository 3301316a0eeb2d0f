"""Tracebacks of expressions over several lines, each raised in a thread of its own."""
import threading


def fail(*args, **kwargs):
    raise ValueError(args or kwargs)


def call_over_lines():
    return fail(
        1,
        two=2,
    )


def inner_call():
    return len(
        [
            1,
            fail("inner"),
            3,
        ]
    )


def operators():
    return (
        1
        + 2
        + fail(3)
        + 4
    )


def chain():
    return (
        "abc"
        .upper()
        .replace("A", 5)
        .lower()
    )


def dictionary():
    return {
        "a": 1,
        "b": 2 / 0,
        "c": 3,
    }


for f in (call_over_lines, inner_call, operators, chain, dictionary):
    t = threading.Thread(target=f, name=f.__name__)
    t.start()
    t.join()
