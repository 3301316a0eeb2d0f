"""Classes made in functions and by a metaclass with __prepare__; methods added and removed; a class body that fails."""
class Body:
    x = "class"
    seen = x


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
