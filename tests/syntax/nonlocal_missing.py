# nonlocal of a name that no enclosing function has.
def f():
    def g():
        nonlocal x
        x = 1
