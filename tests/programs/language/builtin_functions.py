"""Built-in functions not covered elsewhere: getattr, type, dir, vars, divmod, pow, round, bin, exec, eval."""


class Thing:
    kind = "thing"

    def __init__(self):
        self.v = 1


t = Thing()
print(getattr(t, "v"), getattr(t, "nope", None), hasattr(t, "kind"), setattr(t, "w", 2), t.w, delattr(t, "w"), vars(t))
print(type(t) is Thing, type(5).__name__, isinstance(t, (int, Thing)), issubclass(bool, int), isinstance(5, int | str), callable(t))
print(id(t) == id(t), abs(-3.5), divmod(17, 5), divmod(-17, 5), pow(2, 10), pow(7, -1, 13), round(3.14159, 3), round(-2.5), sum((1, 2), 3))
print(bin(5), oct(64), hex(-255), chr(97), ord("a"), ascii("ñ"), repr("x"), bool([]), bool("0"), int("12"), float("1.5"), str(5), complex(1))
print(eval("1 + t.v", {"t": t}), eval("[i * x for i in range(3)]", {"x": 2}), exec("y = 5\nz = y * 2"), y, z)
namespace = {}
exec("def f(n):\n    return n * 2\nresult = f(21)", namespace)
print(namespace["result"], sorted(k for k in namespace if not k.startswith("__")))
code = compile("a + b", "<expr>", "eval")
print(eval(code, {"a": 1}, {"b": 2}), code.co_names, max(3, 7, 5), min("hello", key=ord), max([[1], [2, 3]], key=len))
print(sorted(dir(Thing()))[-2:], "append" in dir([]), len(dir()) > 5, isinstance(globals(), dict), hash("x") == hash("x"))
print(list(map(pow, [2, 3], [3, 2])), list(zip(*[iter(range(6))] * 2)), slice(3).indices(10), list(range(10, 0, -3)), any(map(str.isdigit, "a1")))
print(isinstance(True, bool), type(type(5)), object().__class__.__name__, format(3.5, "08.2f"), memoryview(b"abc").tolist(), bytes([65, 66]), bytearray(b"ab")[0])
print(frozenset("aab") == frozenset("ab"), tuple("ab"), list("ab"), dict(a=1), set("aa"), str(b"a", "ascii"), int.from_bytes(b"\x01\x00"), "abc".__len__())
for test in (lambda: eval("1 +"), lambda: eval("x = 1"), lambda: exec("def"), lambda: getattr(t), lambda: type(1, 2), lambda: isinstance(1, "int"), lambda: issubclass(1, int), lambda: vars(5), lambda: round(1, 2, 3), lambda: pow(2, 3, 0), lambda: getattr(t, 5), lambda: max(), lambda: sum("ab"), lambda: divmod(1.5, 0) and 0):
    try:
        print(test())
    except ZeroDivisionError:
        print("ZeroDivisionError")
    except Exception as problem:
        print(type(problem).__name__ + ":", problem)
