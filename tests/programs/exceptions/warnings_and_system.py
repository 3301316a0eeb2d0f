"""BaseException against Exception, GeneratorExit, the built-in hierarchy, OSError subclasses by number, attributes."""
tree = [BaseException, SystemExit, KeyboardInterrupt, GeneratorExit, Exception, ArithmeticError, ZeroDivisionError, OverflowError, LookupError, IndexError, KeyError, NameError, UnboundLocalError, OSError, FileNotFoundError, ConnectionResetError, TimeoutError, RuntimeError, RecursionError, NotImplementedError, StopIteration, SyntaxError, IndentationError, TypeError, UnicodeDecodeError, ValueError, Warning, DeprecationWarning, ModuleNotFoundError, ImportError, AttributeError, AssertionError, EOFError, MemoryError, BufferError]
for cls in tree:
    print(cls.__name__, "<", " ".join(c.__name__ for c in cls.__mro__[1:-1]))
print(repr(OSError(2, "No such file", "name.txt")), OSError(2, "No such file", "name.txt"), OSError(13, "x").__class__.__name__, OSError("only text"), OSError(99999, "odd"), IOError is OSError)
problem = OSError(2, "gone", "f.txt", None, "g.txt")
print(problem.errno, problem.strerror, problem.filename, problem.filename2, problem)
try:
    import nothing_here
except ImportError as problem:
    print(problem.name, problem.path, problem.msg)
try:
    (5).missing
except AttributeError as problem:
    print(problem.name, problem.obj)
try:
    missing_name
except NameError as problem:
    print(problem.name)
try:
    compile("a b", "<s>", "exec")
except SyntaxError as problem:
    print(problem.lineno, problem.offset, problem.text, problem.msg, problem.filename)
try:
    b"\xff".decode("ascii")
except UnicodeDecodeError as problem:
    print(problem.encoding, problem.object, problem.start, problem.end, problem.reason)
stop = StopIteration(7)
print(stop.value, SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code, StopIteration().value)
error = ValueError("a")
error.args = ("b", "c")
print(error, repr(error))
error.extra = 5
print(error.extra, vars(error), ValueError("a") == ValueError("a"), ValueError(*"ab").args)
try:
    raise KeyboardInterrupt("by hand")
except Exception:
    print("no")
except BaseException as problem:
    print(repr(problem))
