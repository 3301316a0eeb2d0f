"""Exceptions leaving with, for, while and comprehension: what was done before and after."""


class Step:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log.append("in")
        return self.log

    def __exit__(self, kind, problem, tb):
        self.log.append(kind.__name__ if kind else "out")
        return kind is KeyError


def work(values):
    log = []
    for v in values:
        with Step(log) as inner:
            try:
                inner.append(10 // v)
                if v == 5:
                    raise KeyError(v)
            except ZeroDivisionError:
                inner.append("zero")
                continue
            else:
                inner.append("fine")
            finally:
                inner.append("f")
            inner.append("end")
    return log


print(work([1, 0, 5]))
made = []
try:
    made = [made.append(v) or 6 // v for v in (3, 2, 0, 1)]
except ZeroDivisionError:
    print(made)


def search(grid, wanted):
    try:
        for y, row in enumerate(grid):
            for x, v in enumerate(row):
                if v == wanted:
                    raise StopIteration((x, y))
    except StopIteration as found:
        return found.value
    return None


print(search([[1, 2], [3, 4]], 3), search([[1]], 9))
n = 3
while True:
    try:
        n -= 1
        print(6 // n)
    except ZeroDivisionError as problem:
        print(problem.__class__.__name__)
        break
