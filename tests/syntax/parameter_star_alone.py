# A bare star without a parameter after it.
def f(a, *):
    pass
