"""Tracebacks of strings, conditions, lambdas and decorators over several lines, each raised in a thread."""
import threading


def fail(*args, **kwargs):
    raise ValueError(args or kwargs)


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


for f in (string, condition, backslash, lambda_over_lines, decorated, default):
    t = threading.Thread(target=f, name=f.__name__)
    t.start()
    t.join()
