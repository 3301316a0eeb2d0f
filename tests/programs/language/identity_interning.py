"""is: small integers, None, constants, interned strings, empty tuples; copies are new objects."""
a, b, empty, none = 5, 5, (), ""
print(a is b, a is int("5"), (a + 251) is (b + 251), None is None, True is (1 == 1), empty is tuple([]), none is str(), type(a) is int)
x = [1]
print(x is x[:], x == x[:], x is list(x), (t := (1, 2)) is tuple(t), (s := "abc") is str(s), s[:] is s, t[:] is t, frozenset() is frozenset())
print(x.copy() is x, {1: x}[1] is x, [x][0] is x, (lambda: x)() is x)
name = "hello"
other = "hello"
print(name is other, id(name) == id(other), [n is None for n in (None, 0, False)])
y = x
y += [2]
print(x, y is x)
t2 = t
t2 += (3,)
print(t, t2 is t)


def f():
    return "constant"


print(f() is f(), f is f, f.__code__ is f.__code__, (lambda: 0) is (lambda: 0))
print(x is not y, not x is y, [] is [], {} is {}, [1] == [1], "x" in "xyz", a is not None)


class C:
    def m(self):
        pass


c = C()
print(c.m is c.m, c.m == c.m, C.m is C.m, c.m.__func__ is C.m, c.__class__ is C, c.__dict__ is c.__dict__, C.__dict__ is C.__dict__)
print(range(3) is range(3), ... is Ellipsis, NotImplemented is NotImplemented, type(None) is type(None), int is int, bool(1) is True)
