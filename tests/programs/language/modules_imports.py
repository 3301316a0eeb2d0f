"""import forms, modules as objects, missing modules and names, __name__ and sys.modules."""
import collections.abc
import math as m
import sys
from functools import partial, reduce as fold
from string import ascii_lowercase, digits

print(m.__name__, m.pi > 3, "math" in sys.modules, sys.modules["math"] is m, type(m).__name__)
print(partial(fold, lambda a, b: a + b)([1, 2, 3]), ascii_lowercase[:3], digits)
print(isinstance([], collections.abc.Sequence), isinstance({}, collections.abc.Mapping), issubclass(set, collections.abc.Set), isinstance(5, collections.abc.Iterable))
print(__name__, sys.argv == ["modules_imports.py"], sys.version_info >= (3, 10), sys.maxsize == 2**63 - 1, sys.byteorder)
for statement in ("import no_such_module", "from math import no_such_name", "import math.sub", "from no_such import x", "import collections.nope", "from math import sqrtt"):
    try:
        exec(statement)
    except ImportError as problem:
        print(type(problem).__name__, str(problem).split(" (")[0], problem.name)
module = __import__("math")
print(module is m, module.floor(2.5))


def local_import():
    import operator

    return operator.add(1, 2), "operator" in locals()


print(local_import(), "operator" in globals())
from math import *

print(floor(3.9), "floor" in globals(), "__all__" in globals())
import types

made = types.ModuleType("made", "Doc of made.")
made.v = 1
sys.modules["made"] = made
import made as again

print(again.v, again.__doc__, made)
try:
    made.missing
except AttributeError as problem:
    print(problem)
print(types.SimpleNamespace(a=1, b="x"), sys.getrecursionlimit(), sys.implementation.name)
