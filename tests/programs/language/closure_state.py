"""Closures that keep state: nonlocal through levels, functions in a dict, conditional definitions."""
def outer():
    funcs = {}
    total = 0

    for name in ("a", "b"):

        def run(step, name=name):
            nonlocal total
            total += step
            return name, total

        funcs[name] = run
    return funcs, lambda: total


funcs, total = outer()
print(funcs["a"](5), funcs["b"](1), total(), funcs["a"].__name__, funcs["a"].__qualname__)
