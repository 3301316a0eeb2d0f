# os.path is a module below a module that is no package; other names below one are not found.
import os.path
from os.path import join

print(os.path.join("a", "b"), join("c", "d"), os.path.__name__)
for name in ["threading.foo", "collections.foo", "foo.bar", "os.path.join"]:
    try:
        __import__(name)
    except ModuleNotFoundError as problem:
        print(problem, problem.name, repr(problem))
