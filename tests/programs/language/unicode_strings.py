"""Text beyond ASCII: lengths, case, categories, splitting lines, escapes, comparison."""
words = ["straße", "ÀÉÎ", "ﬁn", "İ", "ΑΣ", "ñ", "日本", "😀👍", "e\u0301"]
for w in words:
    print(w, len(w), w.upper(), w.lower(), w.casefold(), w.title(), w.swapcase(), w.isalpha(), w.isupper())
print("²".isdigit(), "²".isdecimal(), "½".isnumeric(), "٣".isdecimal(), int("٣"), "Ⅷ".isnumeric(), "ª".isalpha(), "_".isidentifier(), "é1".isidentifier(), "\u00a0".isspace(), "\u200b".isspace())
print("a\nb\rc\r\nd\x0be\x0cf\x1cg\x85h\u2028i".splitlines(), "x\u2003y z".split(), "\u3000pad\u3000".strip())
print("😀x"[0], "😀x"[1], "😀x"[::-1], [hex(ord(c)) for c in "aé€😀"], "\U0001F600" == "😀", "\N{GREEK SMALL LETTER ALPHA}")
print(repr("\x7f\x80\xa0\xad\u0600\u200e\ue000\U000e0001"), repr("\ud83d"), ascii("\U0001f600\xe9"), repr("a\u0301"))
print(sorted(["é", "e", "z", "É", "a", "Z"]), "é" == "e\u0301", "a" < "á" < "€" < "😀", max("aé€"))
print("they're o'neil's 3rd".title(), "HELLO wORLD".capitalize(), "ǆabc".capitalize(), "ŉ".upper(), "ß".upper(), "ΌΔΟΣ".lower())
print("aébc".encode("utf-8"), "€".encode("utf-16-be"), "😀".encode("utf-32-le"), len("😀".encode()), b"\xf0\x9f\x98\x80".decode(), b"caf\xe9".decode("latin-1"))
print(b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"), b"a\xffb".decode("utf-8", "backslashreplace"), b"\xff".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"))
for bad in (b"ab\xc3", b"\xe2\x82", b"\xed\xa0\x80", b"\xf5"):
    try:
        bad.decode()
    except UnicodeDecodeError as problem:
        print(problem, problem.start, problem.end, problem.reason)
try:
    "ab\ud800".encode()
except UnicodeEncodeError as problem:
    print(problem)
print("日本語".center(9, "*"), "日本".ljust(5) + "|", f"{'日本':>6}|", "é".zfill(4), "%5s|" % "€", "ab".translate({ord("a"): "日"}))
größe = 5
变量 = größe + 1
print(größe, 变量, "変数" in globals(), "größe" in globals())
