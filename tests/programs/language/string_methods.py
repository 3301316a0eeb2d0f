"""Methods of str: case, search, split, strip, join, replace, tests, padding, translate."""
s = "  The quick brown Fox  "
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), s.strip().title(), s.swapcase())
t = s.strip()
print(t.find("quick"), t.find("zz"), t.rfind("o"), t.index("T"), t.count("o"), t.startswith(("A", "The")), t.endswith("x", 0, -1))
print("a,b,,c".split(","), " a  b ".split(), "a b c d".split(" ", 2), "a b c d".rsplit(None, 1), "".split(), "".split(","))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "one\ntwo\r\nthree".splitlines(), "a\n".splitlines(True))
print("-".join("abc"), "-".join([]), ", ".join(["x"]), "abcabc".replace("b", "_", 1), "aaa".replace("", "-"))
print("x".center(7, "*"), "x".ljust(4, ".") + "|", "42".zfill(5), "-42".zfill(5), "ab".rjust(5))
print("xxabcxx".strip("x"), "prefix_name".removeprefix("prefix_"), "a.py".removesuffix(".py"), "a\tb".expandtabs(4))
print("abc".isalpha(), "ab1".isalnum(), "123".isdigit(), " \n".isspace(), "Abc".istitle(), "ABC".isupper(), "a_1".isidentifier(), "1a".isidentifier(), "".isalpha())
print("HELLO".lower(), "straße".upper(), "ß".casefold(), "ǆ".title(), "hello world".capitalize())
print("abc".translate(str.maketrans("ab", "xy", "c")), "abc".translate({97: "AA", 98: None}))
print("a" * 3 + "b", "abc" < "abd", "b" in "abc", "" in "", len("añ€😀"), ord("€"), chr(128512))
print(max("hello"), min("hello"), sorted("hello"), list(reversed("abc")), "abc".encode(), b"abc".decode())
print("{}-{}".format(1, 2), "%s" % "x", "abc".__contains__("c"), hash("a") == hash("a"), str(b"x"), str(None), "\x41\u0042\N{LATIN SMALL LETTER C}")
for test in (lambda: "abc".index("z"), lambda: "a" + 1, lambda: ",".join([1]), lambda: "a".split(""), lambda: "a" * "b", lambda: chr(-1), lambda: ord("ab"), lambda: "a".center(5, "ab")):
    try:
        print(test())
    except (ValueError, TypeError) as problem:
        print(type(problem).__name__ + ":", problem)
