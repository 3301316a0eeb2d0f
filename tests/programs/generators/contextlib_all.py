"""contextlib: contextmanager, suppress, closing, ExitStack, nullcontext, ContextDecorator, redirect_stdout."""
import contextlib
import io


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


class Thing:
    def close(self):
        print("closed")


with contextlib.closing(Thing()) as thing:
    print(type(thing).__name__)
with contextlib.nullcontext(5) as five:
    print(five)
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("captured")
print(repr(out.getvalue()))


class Both(contextlib.ContextDecorator):
    def __enter__(self):
        print("in")

    def __exit__(self, *args):
        print("out")


@Both()
def f():
    return "f"


print(f())


@contextlib.contextmanager
def never():
    if False:
        yield


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


for broken in (never, twice):
    try:
        with broken():
            pass
    except RuntimeError as problem:
        print(problem)
