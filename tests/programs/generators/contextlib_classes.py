"""contextlib: closing, nullcontext, redirect_stdout, ContextDecorator, broken context managers."""
import contextlib
import io


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
