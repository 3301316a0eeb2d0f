"""Integers of any size: operators, signs with // and %, powers, shifts, bases, conversions."""
big = 2**200
print(big, -big // 3, big % 97, (big + 1) * (big - 1) == big**2 - 1)
for a, b in ((7, 3), (-7, 3), (7, -3), (-7, -3), (6, 3), (-6, 3), (0, 5)):
    print(a, b, a // b, a % b, divmod(a, b), a / b)
print(pow(3, 200), pow(3, 200, 1000007), pow(3, -1, 7), 2**-2, (-2) ** 3, -(2**2), -(2) ** 2, 0**0)
print(1 << 70, (1 << 70) >> 68, -1 >> 5, -9 >> 1, 5 & 6, 5 | 6, 5 ^ 6, ~5, ~-1, -5 & 0xFF, big & (big - 1))
print(int("ff", 16), int("0b101", 0), int(" -42 "), int("1_000"), int(3.99), int(-3.99), int("z", 36), int(True))
print(hex(255), oct(-8), bin(10), hex(big), (255).bit_length(), (0).bit_length(), (-7).bit_count())
print((1000).to_bytes(2, "big"), int.from_bytes(b"\x03\xe8", "big"), (-1).to_bytes(2, "little", signed=True))
print(abs(-5), +5, -(-5), round(15, -1), round(25, -1), round(-1234, -2), round(7))
fact = 1
for i in range(1, 31):
    fact *= i
print(fact, len(str(fact)), str(3**300)[-20:])
print(10**20 // 7, 10**20 % 7, -(10**20) // 7, 10**30 / 10**28, int(1e20), 10**18 + 1.0)
print(12345678901234567890 * 98765432109876543210, 123456789**5 - 987654321**4)
for test in (lambda: 1 // 0 and 0, lambda: int("x"), lambda: int("12", 1), lambda: 1 << -1, lambda: int([]), lambda: pow(2, -1, 4), lambda: 10**400 / 3 * 1.0, lambda: float(10**400), lambda: int("")):
    try:
        print(test())
    except ZeroDivisionError:
        print("ZeroDivisionError")
    except (ValueError, TypeError, OverflowError) as problem:
        print(type(problem).__name__ + ":", problem)
print(1_000_000, 0xFF, 0o17, 0b11, True + True, (5).real, (5).numerator, isinstance(True, int))
