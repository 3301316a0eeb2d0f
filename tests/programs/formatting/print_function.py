"""print: sep, end, file, flush; several lines; objects with __str__."""
import io
import sys

print()
print("a", 1, None, sep="-", end="!\n")
print("no newline", end="")
print()
print(*"abc", sep="\n")
print("x", "y", sep="", end=";")
print(sep=" ", end="<\n")
print([], {}, sep=None, end=None)
out = io.StringIO()
print("to a file", 5, file=out, flush=True)
print(repr(out.getvalue()))
print("to stderr", file=sys.stderr)
sys.stdout.write("written\n")
print(sys.stdout.write("count\n"))
print("é ñ € 😀 中文")


class Loud:
    def __str__(self):
        return "LOUD"


print(Loud(), [Loud()][0], f"{Loud()}")
for test in (lambda: print("a", sep=1), lambda: print("a", end=5), lambda: print("a", file=5), lambda: print("a", nope=1)):
    try:
        test()
    except (TypeError, AttributeError) as problem:
        print(type(problem).__name__, problem)


class Upper:
    def write(self, text):
        sys.stdout.write(text.upper())


print("through", "my file", file=Upper())
print("last line without newline", end="")
