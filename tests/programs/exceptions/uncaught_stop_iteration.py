"""Uncaught StopIteration at top level, after one inside a generator became a RuntimeError."""


def firsts(rows):
    for row in rows:
        yield next(iter(row))


print(list(firsts([[1, 2], "ab"])))
try:
    list(firsts([[1], []]))
except RuntimeError as problem:
    print(problem, type(problem.__cause__).__name__, type(problem.__context__).__name__)
numbers = iter([1])
print(next(numbers))
next(numbers)
