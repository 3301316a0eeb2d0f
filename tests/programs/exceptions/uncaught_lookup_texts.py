"""Uncaught KeyError of a text with quotes: the traceback shows its repr, other exceptions their str."""
table = {"it's": 1}


class Odd(KeyError):
    def __str__(self):
        return "own text of " + repr(self.args[0])


for key in ("it's", 'a "b"'):
    try:
        print(table[key])
    except KeyError as problem:
        print(problem, str(problem), repr(problem), problem.args)
try:
    raise KeyError
except KeyError as problem:
    print(repr(str(problem)), problem.args)
try:
    raise KeyError("a", "b")
except KeyError as problem:
    print(str(problem))
try:
    raise Odd("x")
except LookupError as problem:
    print(problem)
print(str(IndexError("i")), str(ValueError()), str(OSError(5, "text")), str(ImportError("im")), str(StopIteration(3)))
table['no "such" key']
