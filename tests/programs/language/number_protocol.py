"""Mixed arithmetic of int, float, complex and bool; divmod and pow of all; comparisons of large values."""
values = [3, -2, 2.5, -0.5, True, 1 + 2j]
for a in values:
    row = []
    for b in values:
        for name, op in (("+", lambda: a + b), ("-", lambda: a - b), ("*", lambda: a * b), ("/", lambda: a / b)):
            result = op()
            row.append(f"{result:.4g}" if isinstance(result, (float, complex)) else str(result))
    print(a, *row)
for a, b in ((7, 2.5), (-7, 2.5), (7.5, -2), (-7.5, -2.5), (True, 2), (1e20, 3), (5, 1e-300 * 1e10), (0.0, 5), (-0.0, 5)):
    print(a, b, a // b, a % b, divmod(a, b))
print(2**0.5, 2**-1, (-8) ** (1 / 3), 0**0, 0.0**0, 1j**2, 4**0.5, 10**-3, (-1) ** 0.5, 2.0**3, True**2)
print(10**17 == 1e17, 10**17 + 1 == 1e17, 10**17 + 1 > 1e17, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 1 == 1 + 0j, 1.0 < 10**400, -(10**400) < float("-inf"))
print(int(1e22), int(-1.5), round(1e15 + 0.5), round(0.5 + 1e-16), round(123.456, -2), round(-1.5), round(1e300) == int(1e300), round(5, 2), round(1.25, 1), round(1.35, 1))
print((10).__truediv__(4), (7).__floordiv__(-2), (5).__add__(1.5), (5).__radd__(1), (2.5).__add__(1), (1.5).__eq__(1), (3).__lt__(4.0), (5).__bool__(), (0.0).__bool__())
print(sum([0.1, 0.2, 0.3]), sum([1, 2.5, True]), sum([1j, 2]), sum([10**20, 1.0]), min(1, 1.0), max(True, 1), abs(-3 + 4j), abs(True), -True, +True)
print(1 / 3 * 3 == 1, 0.1 + 0.1 + 0.1 == 0.3, 1e308 + 1e308, 5 // 0.3, 5 % 0.3, -5 % 0.3, 1e-320, 2**1023 * 1.0, 4 // 3 * 3 + 4 % 3)
print(hash(2**61 - 1), hash(2**61), hash(-1), hash(1.5), hash(0.1), hash(float("inf")), hash(10**30), hash(-(10**30)), hash(1j), hash(True), hash((1, 2, 3)), hash(()), hash(None) == hash(None))
