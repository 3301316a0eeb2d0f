"""bytes and bytearray: literals, methods, mutation, encoding and decoding."""
b = b"hello\x00\xff"
print(b, len(b), b[0], b[1:3], b[-1], list(b[:3]), b"a" + b"b", b"ab" * 2, b"l" in b, 104 in b)
print("é€".encode(), "é".encode("latin-1"), "é".encode("utf-16-le"), b"\xc3\xa9".decode(), "a\ud800".encode("utf-8", "replace"), "é".encode("ascii", "ignore"), "é".encode("ascii", "xmlcharrefreplace"))
print(b"Hello".upper(), b" x ".strip(), b"a,b".split(b","), b"-".join([b"a", b"b"]), b"abc".find(b"c"), b"aab".replace(b"a", b"z"), b"abc".startswith(b"a"), b"1".isdigit())
print(b"\x01\xab".hex(), bytes.fromhex("01 ab"), b"abc".hex("-"), bytes(3), bytes([1, 2]), bytes("a", "utf-8"), bytes(range(3)))
ba = bytearray(b"abc")
ba[0] = 65
ba.append(100)
ba.extend(b"ef")
ba[1:3] = b"--"
del ba[-1]
print(ba, ba.pop(), bytes(ba), ba == b"A--d", len(ba), ba.decode(), ba + b"z", ba[::-1])
print(b"%d %s" % (5, b"x"), b"a" < b"b", b"a" == "a", hash(b"a") == hash(b"a"), {b"k": 1}[b"k"], b"abc".center(5), b"\n\t\\'\"")
for test in (lambda: b"a" + "b", lambda: b"a"[5], lambda: bytes([256]), lambda: bytes("a"), lambda: b"\xff".decode(), lambda: "é".encode("ascii"), lambda: ba.append(300), lambda: bytes(-1), lambda: b"abc".join("a"), lambda: bytes.fromhex("zz"), lambda: "a".encode("no-such-codec")):
    try:
        print(test())
    except Exception as problem:
        print(type(problem).__name__ + ":", problem)
view = memoryview(ba)
view[0] = 90
print(ba, view[0], len(view), bytes(view[1:3]), view.tolist())
