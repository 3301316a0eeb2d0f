# A bracket of parameters that is not closed.
def f(a, b:
    return a
