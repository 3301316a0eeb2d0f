"""Class bodies: scope, loops and conditions, names seen by methods, nested classes, annotations, __qualname__, decorators on methods."""
x = "module"


class Body:
    x = "class"
    seen = x
    for i in range(3):
        locals()[f"made_{i}"] = i * 10
    if seen == "class":

        def conditional(self):
            return "conditional"

    def method(self):
        return x

    def default(self, value=x):
        return value

    listed = [n for n in range(2)]
    try:
        broken = [x for _ in range(1)]
    except NameError as problem:
        broken = str(problem)

    class Inner:
        def look(self):
            return x, __class__.__qualname__

    print("body runs", sorted(n for n in locals() if not n.startswith("_")))
    del i


print(Body().method(), Body().default(), Body.seen, Body.made_2, Body.broken, Body.listed, Body().conditional())
print(Body.Inner().look(), Body.Inner.__qualname__, Body.method.__qualname__, hasattr(Body, "i"), Body.__module__)


def factory(base, name):
    class Local(base):
        label = name

        def hello(self):
            return f"{name} {__class__.__name__}"

    return Local


L = factory(dict, "first")
print(L().hello(), L.__qualname__, L.label, L.__bases__, factory(list, "second")().hello())


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        print("prepare", name)
        return {"prepared": True}

    def __iter__(cls):
        return iter(["iterating", cls.__name__])

    @property
    def loud(cls):
        return cls.__name__.upper()


class WithMeta(metaclass=Meta):
    prepared_too = prepared


print(list(WithMeta), WithMeta.loud, WithMeta.prepared, WithMeta.prepared_too, isinstance(WithMeta, Meta))
try:
    WithMeta().loud
except AttributeError as problem:
    print(problem)
Body.x = "changed"
Body.method2 = lambda self: self.x
print(Body().method2(), Body.seen)
del Body.method2
try:
    Body().method2
except AttributeError as problem:
    print(problem)
try:

    class Fails:
        a = 1
        1 / 0

except ZeroDivisionError:
    print("Fails" in globals())
