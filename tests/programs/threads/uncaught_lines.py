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


def string():
    return f"""
    {1 + 1}
    {fail("in a string")}
    """


def condition():
    if (
        1 < 2
        and fail("second")
    ):
        return 1


def backslash():
    return 1 + \
        2 + \
        fail("third")


def lambda_over_lines():
    return (lambda x:
            fail(x))(
        5)


def decorated():
    @fail
    def inner():
        pass


def default():
    def inner(
        a=1,
        b=fail("default"),
    ):
        pass


for f in (call_over_lines, inner_call, operators, chain, dictionary, string, condition, backslash, lambda_over_lines, decorated, default):
    t = threading.Thread(target=f, name=f.__name__)
    t.start()
    t.join()
