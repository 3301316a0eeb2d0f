"""Closures, cells shared between functions, nonlocal, and late binding."""


def counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    def peek():
        return count

    return step, peek


step, peek = counter(10)
other, _ = counter()
print(step(), step(5), peek(), other(), peek())
print(step.__closure__[0].cell_contents, step.__code__.co_freevars, counter.__code__.co_cellvars)


def outer():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = "changed"

        inner()
        return x

    return middle(), x


print(outer())


def make_adders():
    return [lambda v, k=k: v + k for k in range(3)]


print([add(10) for add in make_adders()])


def late():
    def use():
        return value

    try:
        use()
    except NameError as problem:
        print(problem)
    value = 3
    return use()


print(late())


def compose(*functions):
    def run(v):
        for f in reversed(functions):
            v = f(v)
        return v

    return run


print(compose(str, abs, lambda v: v - 10)(3))
