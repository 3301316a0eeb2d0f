# A function without parentheses.
def f:
    pass
