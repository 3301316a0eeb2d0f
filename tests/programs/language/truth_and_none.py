"""Truth of values, short circuits, conditional expressions, None, del, pass, ellipsis."""


class Falsy:
    def __bool__(self):
        print("asked", end=" ")
        return False


class Sized:
    def __len__(self):
        return 0


values = [0, 0.0, 0j, "", [], (), {}, set(), range(0), None, False, Falsy(), Sized(), b"", "0", [0], (None,), -1, ..., print, Sized, float("nan")]
print([bool(v) for v in values])
print([i for i, v in enumerate(values) if v])
f = Falsy()
print(f or "right", (f and "right") is f, not f, "yes" if f else "no")


def boom():
    raise RuntimeError("must not run")


print(True or boom(), False and boom(), 1 if True else boom(), any(v or 1 for v in [0]), 0 or None or "" or "last")
print(None is None, None == 0, not None, [None] * 2, type(None)() is None, print() is None)
x = 5
del x
try:
    x
except NameError as problem:
    print(problem)
a = b = c = []
del a, (b), [c]
print("a" in globals())


def stub(): ...


def nothing():
    pass


def documented():
    """Only a doc."""


print(stub(), nothing(), documented(), documented.__doc__, ... is Ellipsis)
print(1 if 0 else 2 if 0 else 3, (lambda v: "neg" if v < 0 else "zero" if v == 0 else "pos")(-1))
print(True + 1, True == 1, True is (1 == 1), sum([True, False, True]), "ab"[True], isinstance(False, int), False < True, int(True), str(False))
if (n := 10) and not (m := 0):
    print(n, m)
assert not (0 or None)
while n:
    n -= 3
    if n < 0:
        break
else:
    print("no break")
print(n)
