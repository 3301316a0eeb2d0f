"""Function, class and parametrised decorators; order of application; functools.wraps."""
import functools


def shout(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        print("calling", f.__name__)
        return f(*args, **kwargs).upper()

    return wrapper


def repeat(times):
    print("making repeat", times)

    def decorate(f):
        print("decorating", f.__name__)

        def wrapper(*args):
            return [f(*args) for _ in range(times)]

        return wrapper

    return decorate


@repeat(2)
@shout
def hello(name: str) -> str:
    """Greets."""
    return f"hello {name}"


print(hello("ana"))


@shout
def plain(name):
    "Doc of plain."
    return name


print(plain.__name__, plain.__doc__, plain.__wrapped__("x"), plain("y"))


def register(cls):
    registry[cls.__name__] = cls
    return cls


registry = {}


@register
class A:
    pass


@register
class B(A):
    pass


print(sorted(registry), registry["B"].__mro__[1] is A)


@lambda f: f()
def forty_two():
    return 42


print(forty_two)
