"""Floats: repr, rounding, signs, infinities, not-a-number, conversions and methods."""
print(0.1 + 0.2, 1 / 3, 1e16, 1e15, 123456789012345678.0, 1e-5, 0.0001, 1.0, -0.0, 5e-324, 1.7976931348623157e308)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), 2.0**0.5, 8 ** (1 / 3))
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(2.675, 2), round(1234.5678, -2), round(1e20), round(3.7), round(2.5, 0))
inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf - inf, inf * 0, inf > 10**400, -inf < 0, nan == nan, 1e308 * 10)
print(float("1.5e3"), float(" -2_0.5 "), float("1e400"), float("-Infinity"), float("nan"), float(True))
print((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (3.0).is_integer(), (255.5).hex(), float.fromhex("0x1.8p1"))
print(int(2.9), int(-2.9), 3.0 == 3, hash(3.0) == hash(3), {1: "a", 1.0: "b", True: "c"}, 1.5 + 1, 2 * 1.5, 3 / 2, 4 / 2)
print(sum([0.1] * 10), sum([0.1] * 10) == 1.0, 0.1 * 3, 1.1 + 2.2, 1e100 + 1 == 1e100, 100 * 1.1, 3.3 * 3)
print(max(1, 2.5), min(1.0, 1), abs(-0.0), -0.0 == 0.0, str(-0.0), 1e22, 1e21 + 1, 123456.789e3)
print(complex(1, 2) * 1j, (1 + 2j).conjugate(), abs(3 + 4j), 1j**2, (1 + 2j).real, complex("1+2j"), -1j, 0j)
for test in (lambda: float("abc"), lambda: int(inf), lambda: int(nan), lambda: 2.0**10000, lambda: float(None), lambda: 1.5 & 1, lambda: round(inf)):
    try:
        print(test())
    except (ValueError, TypeError, OverflowError) as problem:
        print(type(problem).__name__ + ":", problem)
x = 0.0
for _ in range(10):
    x += 0.1
print(x, f"{x:.20f}", 4.35 * 100, 1 - 0.9, 1e-7, 12345678.9, 1e5, 1e-4, 3e0)
