"""Functions as values: recursion through closures, default capture, function attributes, currying, memo decorators."""


def curry(f, n):
    def take(*args):
        return f(*args) if len(args) >= n else lambda *more: take(*args, *more)

    return take


add3 = curry(lambda a, b, c: a + b + c, 3)
print(add3(1)(2)(3), add3(1, 2)(3), add3(1)(2, 3))


def memo(f):
    def wrapper(n):
        if n not in wrapper.cache:
            wrapper.cache[n] = f(n)
            wrapper.misses += 1
        return wrapper.cache[n]

    wrapper.cache, wrapper.misses = {}, 0
    return wrapper


@memo
def catalan(n):
    return 1 if n == 0 else sum(catalan(i) * catalan(n - 1 - i) for i in range(n))


print([catalan(n) for n in range(10)], catalan.misses)


def outer():
    funcs = {}
    total = 0

    for name in ("a", "b"):

        def run(step, name=name):
            nonlocal total
            total += step
            return name, total

        funcs[name] = run
    return funcs, lambda: total


funcs, total = outer()
print(funcs["a"](5), funcs["b"](1), total(), funcs["a"].__name__, funcs["a"].__qualname__)


def y_combinator(f):
    return (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))


print(y_combinator(lambda self: lambda n: 1 if n < 2 else n * self(n - 1))(10))


def deep(n):
    x = n

    def level1():
        def level2():
            def level3():
                nonlocal x
                x += 1
                return x

            return level3

        return level2

    return level1()(), lambda: x


bump, look = deep(10)
print(bump(), bump(), look())


def apply(f, *args, **kwargs):
    return f(*args, **kwargs)


print(apply(apply, apply, max, 1, 5), apply(sorted, [2, 1], reverse=True), list(map(lambda f: f(4), [lambda v: v + 1, str, float, [1].__contains__])))


def varied(flag):
    if flag:

        def inner():
            return "first"

    else:

        def inner():
            return "second"

    return inner()


print(varied(True), varied(False), (lambda f, *a: f(*a))(lambda *a: a[::-1], 1, 2), (lambda: (yield))().__class__.__name__)
x = 10


def shadow(x):
    def inner():
        return x

    x = x * 2
    return inner, (lambda: globals()["x"])


print([f() for f in shadow(1)])
