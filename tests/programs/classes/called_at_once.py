# What an attribute gives is called at once, and it takes Python code or a new object to give it.
class Wrapped:
    def __init__(self, owner):
        self.owner = owner

    def __call__(self):
        return f"called for {self.owner.name}"


class Late:
    def __get__(self, instance, owner):
        return lambda *args: (instance is not None, owner.__name__, args)


class Wrapping:
    def __get__(self, instance, owner):
        return Wrapped(instance)


class Owner:
    name = "me"
    wrapped = property(Wrapped)
    wrapping = Wrapping()
    late = Late()
    number = property(lambda self: len)
    text = property(str)

    def __str__(self):
        return "an owner"

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args: (name, args)


owner = Owner()
print(owner.wrapped())
print(owner.wrapping())
print(owner.late(1))
print(owner.number("four"))
print(owner.anything(1, 2))
try:
    owner.text()
except TypeError as error:
    print(error)


class Heir(Owner):
    def ask(self):
        return super().wrapped(), super().late(2), super().number((1, 2, 3))


print(Heir().ask())


# The same of `with`, which looks both methods up before it calls one.
class Guard:
    __enter__ = Late()
    __exit__ = property(lambda self: lambda *args: print("exit", args[0]))


with Guard() as entered:
    print(entered)


class Entering:
    def __init__(self, owner):
        pass

    def __call__(self, *args):
        return "entered" if not args else None


class Door:
    __enter__ = property(Entering)
    __exit__ = property(Entering)


with Door() as entered:
    print(entered)
