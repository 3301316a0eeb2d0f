"""A serialiser like JSON written by hand: recursion, escapes, numbers, errors with positions, round trips."""


class ParseError(ValueError):
    pass


def dump(v, indent=None, level=0):
    pad = "" if indent is None else "\n" + " " * indent * (level + 1)
    end = "" if indent is None else "\n" + " " * indent * level
    match v:
        case None | True | False:
            return {None: "null", True: "true", False: "false"}[v]
        case int() | float():
            return repr(v)
        case str():
            escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
            return '"' + "".join(escapes.get(c, c if " " <= c < "\x7f" else f"\\u{ord(c):04x}") for c in v) + '"'
        case list() | tuple():
            return "[" + ",".join(pad + dump(i, indent, level + 1) for i in v) + (end if v else "") + "]"
        case dict():
            items = (f"{pad}{dump(str(k))}: {dump(i, indent, level + 1)}" for k, i in v.items())
            return "{" + ",".join(items) + (end if v else "") + "}"
    raise TypeError(f"cannot dump {type(v).__name__}")


def load(s):
    def fail(i, what):
        raise ParseError(f"{what} at {i}: {s[i : i + 5]!r}")

    def space(i):
        while i < len(s) and s[i] in " \n":
            i += 1
        return i

    def value(i):
        i = space(i)
        for word, v in (("null", None), ("true", True), ("false", False)):
            if s.startswith(word, i):
                return v, i + len(word)
        if s[i : i + 1] == '"':
            return text(i + 1)
        if s[i : i + 1] == "[":
            return items(i + 1, "]", value)
        if s[i : i + 1] == "{":
            pairs, i = items(i + 1, "}", pair)
            return dict(pairs), i
        j = i
        while j < len(s) and s[j] in "+-.0123456789e":
            j += 1
        if i == j:
            fail(i, "no value")
        return (float if set(s[i:j]) & set(".e") else int)(s[i:j]), j

    def text(i):
        out = []
        while s[i] != '"':
            if s[i] == "\\":
                i += 1
                if s[i] == "u":
                    out.append(chr(int(s[i + 1 : i + 5], 16)))
                    i += 4
                else:
                    out.append({"n": "\n", "t": "\t"}.get(s[i], s[i]))
            else:
                out.append(s[i])
            i += 1
        return "".join(out), i + 1

    def pair(i):
        key, i = value(i)
        i = space(i)
        if s[i] != ":":
            fail(i, "no colon")
        v, i = value(i + 1)
        return (key, v), i

    def items(i, end, one):
        out, i = [], space(i)
        while s[i : i + 1] != end:
            v, i = one(i)
            out.append(v)
            i = space(i)
            if s[i : i + 1] == ",":
                i += 1
            elif s[i : i + 1] != end:
                fail(i, f"no {end}")
        return out, i + 1

    v, i = value(0)
    if space(i) != len(s):
        fail(i, "more text")
    return v


data = {"name": 'q"u\\o\te', "list": [1, -2.5, 1e100, [], {}], "t": True, "n": None, "nested": {"é": ["😀"[:0], "ñ\n"]}}
print(dump(data))
print(dump(data, 2))
print(load(dump(data)) == data, load(dump(data, 4)) == data, load(" [1, 2 , {\"a\": false}] "))
for bad in ("", "[1 2]", '{"a" 1}', "[1] x", "nul", "[1, ?]"):
    try:
        print(load(bad))
    except ParseError as problem:
        print(problem)
try:
    dump({"a": {1, 2}})
except TypeError as problem:
    print(problem)
