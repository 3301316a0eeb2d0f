"""functools: lru_cache, cache, partial, reduce."""
import functools

calls = []


@functools.lru_cache(maxsize=2)
def square(n):
    calls.append(n)
    return n * n


print([square(n) for n in (1, 2, 1, 3, 2, 1)], calls, square.cache_info())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(9), square.__name__)


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info().misses)
p = functools.partial(int, base=2)
print(p("101"), p.func, p.args, p.keywords, functools.partial(p, "11")(), functools.partial(print, "a", sep="-")("b", "c"))
print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.reduce(max, [3, 9, 2], 5), functools.reduce(lambda a, b: a + b, [], "init"))
try:
    functools.reduce(max, [])
except TypeError as problem:
    print(problem)
