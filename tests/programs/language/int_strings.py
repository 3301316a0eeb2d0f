"""Integers to and from text: bases, separators, limits of digits, bytes, bit tricks."""
print(int("1010", 2), int("-0x1F", 16), int("0o17", 0), int("0b11", 0), int("1_0_0"), int("zz", 36), int(b"42"), int("\t7\n"), int("+5"), int("٤٢"))
for text, base in (("", 10), ("1__0", 10), ("_1", 10), ("0x", 16), ("9", 8), ("1.0", 10), ("1e3", 10), ("0b2", 0), ("010", 0), ("--1", 10), ("1 2", 10), ("a", 10), ("1", 37), ("१x", 10)):
    try:
        print(int(text, base))
    except ValueError as problem:
        print(problem)
print(str(10**30), f"{10**30:_}", len(str(7**500)), str(2**64 - 1), repr(-(10**18)), str(int("9" * 40) + 1))
try:
    str(10**5000)
except ValueError as problem:
    print(problem)
try:
    int("1" * 5000)
except ValueError as problem:
    print(problem)
print(len(hex(10**5000)), len(str(10**4299)), (10**5000).bit_length(), 10**5000 // 10**4990)
print((1 << 64).to_bytes(9, "little"), int.from_bytes(b"\xff\xfe", "big", signed=True), (258).to_bytes(4), int.from_bytes([1, 2, 3]), (0).to_bytes(1, "big"))
for test in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(2, "big"), lambda: int.from_bytes("ab", "big"), lambda: (1).to_bytes(1, "middle")):
    try:
        print(test())
    except (OverflowError, TypeError, ValueError) as problem:
        print(type(problem).__name__, problem)
a, b = 2**127 - 1, 2**89 - 1
print(a * b, a // b, a % b, -a // b, -a % b, a & b, a | b, a ^ b, ~a, a << 3, a >> 100, -a >> 100)
print(pow(a, 3, b), pow(b, -1, a) * b % a, divmod(-a, b), a.bit_count(), (a * b) ** 2 % 10**12, (a + b) / b, a / 3, float(a))
print(0x_FF, 0b_1, 1_0.5_0, 0XAB, 0O7, 0B1, 00, 1e1_0, 10_000j)
x = 1
for i in range(200):
    x = x * 3 + i
print(x % 1000007, len(str(x)), x & 0xFFFF, x.bit_length(), str(x)[:10])
