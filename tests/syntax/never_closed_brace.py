# A brace that is never closed.
table = {"a": 1,
         "b": 2

def f():
    pass
