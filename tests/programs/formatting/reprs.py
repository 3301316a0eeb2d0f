"""repr and str of nested containers, strings with quotes and escapes, special values, types."""
print(["it's", 'say "hi"', "both ' and \"", "tab\t nl\n cr\r nul\0 bell\x07 del\x7f", "é ñ 😀 \u200b \xa0", "back\\slash"])
print(str("it's"), [str("a")], {"k": ("t",)}, (1,), (), [[]], {()}, {"a": {"b": {"c": []}}}, [None, True, ...], {1: [2, (3, {4})]})
print(b"bytes\x00\xff'", bytearray(b"x"), b'"', [b"'"], bytes(3), range(0, 5, 2), slice(1, 2), 1j, -0.0, 1e300 * 10)
print(int, str, type(None), list[int], dict[str, int], int | None, type(print), len, print, NotImplemented, Ellipsis)
print(ValueError("msg"), [ValueError("msg")], KeyError("k"), [KeyError("k"), OSError(2, "No"), Exception(), Exception(1, "a")], str(Exception("a", 1)))


class C:
    class Inner:
        pass

    def method(self):
        pass

    @property
    def p(self):
        pass


def function():
    def inner():
        pass

    return inner


print(C, C.Inner, [C], C.Inner.__qualname__, function().__qualname__, C.method.__qualname__, (lambda: 0).__qualname__)
for v in (C(), C().method, C.method, function, function(), lambda: 0, (i for i in ()), C.p, iter([]), iter({}), iter(""), map(str, []), zip(), enumerate([]), object(), [].append, "".join, int.__add__, (5).__add__):
    print(repr(v).split(" at 0x")[0])
print({}.keys(), {1: 2}.values(), {1: 2}.items(), reversed([]).__class__.__name__, memoryview(b"ab")[0], frozenset({1}), type("T", (), {}))
x = []
x += [x, (x, {"x": x})]
print(x)
print("\x00\x1f\x80\xad\u0378\ud800".encode("unicode_escape"), ascii("é€😀"), repr("\u2028"))
