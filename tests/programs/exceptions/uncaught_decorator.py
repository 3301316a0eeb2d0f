"""An uncaught exception under two decorators: the frames of the wrappers."""
import functools


def logged(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        print("calling", f.__name__)
        return f(*args, **kwargs)

    return wrapper


def retried(times):
    def decorate(f):
        @functools.wraps(f)
        def wrapper(*args):
            for attempt in range(times):
                try:
                    return f(*args)
                except ValueError as problem:
                    print("attempt", attempt, "failed:", problem)
            return f(*args)

        return wrapper

    return decorate


@retried(2)
@logged
def parse(text):
    return int(text)


print(parse("5"))
parse("five")
