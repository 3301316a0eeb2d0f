# The recursion limit is the program's to choose.
import sys


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


def limit_below(n, limit):
    return sys.setrecursionlimit(limit) if n == 0 else limit_below(n - 1, limit)


print(sys.getrecursionlimit())
sys.setrecursionlimit(6000)
print(down(5000), sys.getrecursionlimit())
sys.setrecursionlimit(120)
try:
    down(200)
except RecursionError as error:
    print(error)
print(down(80))
try:
    limit_below(50, 20)
except RecursionError as error:
    print(error)
for wrong in (0, -5):
    try:
        sys.setrecursionlimit(wrong)
    except ValueError as error:
        print(error)


def tries(n):
    """Doubles with each level: over at all only because the limit is low."""
    try:
        tries(n + 1)
    except RecursionError:
        pass
    return n


sys.setrecursionlimit(60)
print(tries(0))
sys.setrecursionlimit(1000)

# A chain of contexts that was made a circle is not followed for ever.
try:
    try:
        raise ValueError(1)
    except ValueError as inner:
        inner.__context__ = inner
        raise TypeError(2)
except TypeError as error:
    print(repr(error.__context__), error.__context__.__context__ is error.__context__)
