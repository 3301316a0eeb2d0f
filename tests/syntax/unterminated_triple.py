# A triple-quoted string that is not closed.
def f():
    """Docstring that never ends.
    return 1
