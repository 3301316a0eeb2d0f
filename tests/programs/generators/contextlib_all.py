"""contextlib: contextmanager with exceptions, as a decorator, suppress, ExitStack."""
import contextlib


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as problem:
        print("handled", problem)
    finally:
        print(f"</{name}>")


with tag("b") as upper:
    print(upper)
with tag("i"):
    raise ValueError("inside")
try:
    with tag("u"):
        raise KeyError("through")
except KeyError as problem:
    print("outside", problem)


@tag("decorated")
def work():
    print("working")


work()
work()
with contextlib.suppress(ZeroDivisionError, KeyError):
    1 / 0
with contextlib.ExitStack() as stack:
    for name in "xyz":
        stack.enter_context(tag(name))
    stack.callback(print, "callback", 1)
    stack.push(lambda *args: print("exit args", args))
    print("in the stack")
