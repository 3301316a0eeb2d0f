"""An uncaught NameError for a module that was not imported."""


def root(x):
    return math.sqrt(x)


print(root(2))
