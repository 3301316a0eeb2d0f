"""Lone surrogates: literals, codes, encodings with all error handlers, printing."""
s = "a\ud83db"
print(repr(s), ascii(s), len(s), ord(s[1]), chr(0xd800) == "\ud800", hash(s) == hash("a\ud83db"), s == "a\udc00b")
for codec in ("utf-8", "utf-16", "utf-16-le", "utf-32-be", "ascii", "latin-1"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass"):
        try:
            print(codec, errors, "a\ud800\udc80é".encode(codec, errors))
        except UnicodeEncodeError as e:
            print(codec, errors, type(e).__name__, e, e.start, e.end, e.reason)
for data in (b"a\xff\xfe", b"\xed\xa0\x80x", b"\xe2\x82"):
    for errors in ("strict", "replace", "surrogateescape", "surrogatepass"):
        try:
            print(data, errors, ascii(data.decode("utf-8", errors)))
        except UnicodeDecodeError as e:
            print(data, errors, e)
try:
    print("x", "y", s)
except UnicodeEncodeError as e:
    print()
    print(e)
print("%c" % 0xd800 == "\ud800", format(0xd801, "c") == "\ud801", f"{s!r:>12}", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"))
print("\ud800".isprintable(), "\ud800".isalpha(), "x\ud800".upper() == "X\ud800", "\\ud800".encode(), "a\n\x01é€😀\ud800".encode("unicode_escape"))
import sys
sys.stderr.write(s + "\n")
raise ValueError(s)
