"""__del__ runs at the moment the last reference goes: del, rebinding, scopes, containers, temporaries."""


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = Noisy("a")
b = a
del a
print("still there")
b = None
print("after b")
a = Noisy("one")
a = Noisy("two")
print("rebound")


def scope():
    local = Noisy("local")
    print("in scope", local.name)
    return 5


print(scope())
Noisy("temporary")
print("after temporary")
items = [Noisy("l0"), Noisy("l1")]
items[0] = None
items.clear()
print("cleared")
d = {"k": Noisy("dv")}
d.pop("k")
print("popped")
for n in (Noisy("f1"), Noisy("f2")):
    print("loop", n.name)
print("loop done")
n = None
print(Noisy("arg").name, "used")


def fail():
    guard = Noisy("guard")
    raise ValueError("x")


try:
    fail()
except ValueError as problem:
    print("handling")
print("handled")
holder = Noisy("parent")
holder.child = Noisy("child")
holder = None
print([Noisy(str(i)).name for i in range(2)])
keep = Noisy("end of program")
print("last line")
