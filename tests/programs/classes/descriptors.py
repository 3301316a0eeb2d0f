"""Descriptors: data and non-data, __set_name__, order of look-up, functions as descriptors."""


class Positive:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, f"no {self.name} yet")

    def __set__(self, obj, v):
        if v <= 0:
            raise ValueError(f"{self.name} must be positive, not {v}")
        obj.__dict__[self.name] = v


class Lazy:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, owner):
        print("computing")
        v = obj.__dict__[self.f.__name__] = self.f(obj)
        return v


class Item:
    price = Positive()
    weight = Positive()

    @Lazy
    def label(self):
        return f"{self.price} for {self.weight}"


i = Item()
print(i.price)
i.price, i.weight = 5, 2
print(i.price, i.label, i.label, vars(i), type(Item.price).__name__)
try:
    i.weight = -1
except ValueError as problem:
    print(problem)
i.__dict__["price"] = "in the dict"
print(i.price)


def f(self, x):
    return self, x


print(f.__get__(5)(6), f.__get__(None, int) is f, type(f.__get__(1)).__name__)


class Read:
    def __get__(self, obj, owner):
        return "non-data"


class Holder:
    r = Read()


h = Holder()
print(h.r)
h.r = "instance wins"
print(h.r, Holder.r, Holder.__dict__["r"].__get__(None, Holder))
