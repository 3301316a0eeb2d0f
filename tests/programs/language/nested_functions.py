"""Functions as values: currying, memo with attributes, recursion through a combinator."""


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


def y_combinator(f):
    return (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))


print(y_combinator(lambda self: lambda n: 1 if n < 2 else n * self(n - 1))(10))
