"""functools: singledispatch, singledispatchmethod, cached_property, partialmethod."""
import functools


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
