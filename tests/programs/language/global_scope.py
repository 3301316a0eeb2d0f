"""global, names of modules, built-ins shadowed and restored, locals() and globals()."""
count = 0


def bump():
    global count, created
    count += 1
    created = f"by bump {count}"


bump()
bump()
print(count, created)


def shadow():
    len = lambda x: "mine"
    return len("abc")


print(shadow(), len("abc"))
len = 5
print(len)
del len
print(len("abcd"))


def local_names(a, b=2):
    c = a + b
    return sorted(locals().items())


print(local_names(1))
print(__name__, "count" in globals(), globals()["count"])


def unbound():
    print(count)
    count = 1


try:
    unbound()
except UnboundLocalError as problem:
    print(problem)


def deleted():
    v = 1
    del v
    return v


try:
    deleted()
except UnboundLocalError as problem:
    print(problem)
try:
    del never_made
except NameError as problem:
    print(problem)


class Body:
    count = count + 40
    name = __qualname__


print(Body.count, Body.name, count)
