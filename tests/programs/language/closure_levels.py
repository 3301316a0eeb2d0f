"""nonlocal through three levels; arguments shadow globals; conditional definitions."""
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
