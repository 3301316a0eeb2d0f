"""functools: partial, reduce, lru_cache, cache, cached_property, singledispatch, wraps, partialmethod."""
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


@functools.singledispatch
def show(v):
    return f"object {v}"


@show.register
def _(v: int):
    return f"int {v}"


@show.register(list)
@show.register(tuple)
def _(v):
    return "sequence " + ", ".join(show(i) for i in v)


print(show("x"), show(5), show([1, (2.5, True)]), show.dispatch(bool).__name__)


class Report:
    made = 0

    @functools.cached_property
    def text(self):
        Report.made += 1
        return f"made {Report.made}"

    def set(self, key, v):
        return key, v

    set_size = functools.partialmethod(set, "size")

    @functools.singledispatchmethod
    def kind(self, v):
        return "any"

    @kind.register
    def _(self, v: str):
        return "text"


r = Report()
print(r.text, r.text, r.set_size(5), r.kind(1), r.kind("x"))
del r.text
print(r.text, functools.partial(pow, 2)(5), repr(functools.partial(pow, 2, mod=5)))
