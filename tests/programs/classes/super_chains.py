"""Cooperative super() through several bases with arguments, class methods, properties and mixins."""


class Root:
    def __init__(self, **rest):
        print("Root", rest)

    def save(self):
        return ["root"]

    @classmethod
    def make(cls):
        return f"Root.make({cls.__name__})"

    @property
    def size(self):
        return 1


class Named(Root):
    def __init__(self, name, **rest):
        print("Named", name)
        super().__init__(**rest)
        self.name = name

    def save(self):
        return ["named"] + super().save()

    @classmethod
    def make(cls):
        return "Named>" + super().make()


class Sized(Root):
    def __init__(self, width=0, **rest):
        print("Sized", width)
        super().__init__(**rest)

    def save(self):
        return ["sized"] + super().save()

    @property
    def size(self):
        return super().size + 10


class LogMixin:
    def save(self):
        result = super().save()
        print("saving", result)
        return result


class Box(LogMixin, Named, Sized):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)

    @property
    def size(self):
        return super().size * 2

    def inner(self):
        return [super(Box, self).size for _ in range(1)], (lambda me: super().size)(self)


box = Box("crate", width=3, colour="red")
print(box.save(), Box.make(), box.size, box.inner())
print([c.__name__ for c in Box.__mro__], Box.mro() == list(Box.__mro__))
print(super(Named, box).save(), super(Box, Box).make(), super(Sized, box).size)
try:
    LogMixin().save()
except AttributeError as problem:
    print(problem)


def outside(self):
    return super().save()


try:
    outside(box)
except RuntimeError as problem:
    print(problem)
try:
    super(Named, 5)
except TypeError as problem:
    print(problem)
try:
    Named.save(5)
except TypeError as problem:
    print(problem)
Root.extra = "added later"
print(box.extra, Box.extra, repr(super(Box, box))[:30])
A = type("A", (), {})
B = type("B", (A,), {})
for bases in ((A, B), (A, A), (B, A)):
    try:
        print([c.__name__ for c in type("C", bases, {}).__mro__])
    except TypeError as problem:
        print(problem)
