"""Positional-only, keyword-only, defaults, *args and **kwargs, and evaluation order of arguments."""


def f(a, b=2, /, c=3, *args, d, e=5, **rest):
    return a, b, c, args, d, e, rest


print(f(1, d=4))
print(f(1, 20, 30, 40, 50, d=4, e=6, g=7, a=8))
print(f(*[1, 2], *[3, 4], **{"d": 5}, **{"z": 6}))


def order(tag):
    print(tag, end=" ")
    return tag


print(f(order(1), order(2), *[order(3)], d=order(4), **{"k": order(5)}))


def shared(item, box=[]):
    box.append(item)
    return box


print(shared(1), shared(2), shared.__defaults__)
print(f.__kwdefaults__, f.__defaults__, f.__code__.co_argcount, f.__code__.co_posonlyargcount)
tests = [
    lambda: f(),
    lambda: f(1),
    lambda: f(a=1, d=2),
    lambda: order(),
    lambda: order(1, 2),
    lambda: order(1, tag=2),
    lambda: order(tga=1),
    lambda: order(**{"tag": 1}, **{"tag": 2}),
    lambda: (lambda x, /, y, *, z: 0)(1, 2, 3, z=4),
    lambda: (lambda *, p, q: 0)(),
    lambda: (lambda x, /: 0)(x=1),
    lambda: order(*5),
    lambda: order(**5),
    lambda: order(**{1: 2}),
]
for test in tests:
    try:
        test()
    except TypeError as problem:
        print(problem)
