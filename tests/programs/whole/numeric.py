"""Numeric programs: Newton, Simpson, Gauss elimination, primes, pi to many digits, a fractal in characters."""
import math


def newton(f, df, x, steps=8):
    for _ in range(steps):
        x -= f(x) / df(x)
    return x


print(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0), newton(lambda x: x**3 - x - 1, lambda x: 3 * x * x - 1, 1.5))


def simpson(f, a, b, n):
    h = (b - a) / n
    return h / 3 * sum((1 if i in (0, n) else 4 if i % 2 else 2) * f(a + i * h) for i in range(n + 1))


print(simpson(lambda x: x * x, 0, 3, 10), f"{simpson(math.sin, 0, math.pi, 20):.10f}")


def solve(matrix):
    n = len(matrix)
    rows = [list(map(float, row)) for row in matrix]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(n):
            if r != i:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [round(rows[i][n] / rows[i][i], 9) for i in range(n)]


print(solve([[2, 1, -1, 8], [-3, -1, 2, -11], [-2, 1, 2, -3]]))


def pi_digits(n):
    """Machin's formula in integers."""
    one = 10 ** (n + 10)

    def arctan(x):
        total = term = one // x
        k, sign = 3, -1
        while term:
            term //= x * x
            total += sign * (term // k)
            k, sign = k + 2, -sign
        return total

    return str(4 * (4 * arctan(5) - arctan(239)))[: n + 1]


digits = pi_digits(300)
print(digits[:60], digits[-20:], sum(map(int, digits)))


def factor(n):
    factors, d = {}, 2
    while d * d <= n:
        while n % d == 0:
            factors[d] = factors.get(d, 0) + 1
            n //= d
        d += 1 + (d > 2)
    if n > 1:
        factors[n] = 1
    return factors


print(factor(2**3 * 3 * 7**2 * 101), factor(1000003 * 13), factor(65537))
for y in range(-6, 7, 2):
    row = ""
    for x in range(-20, 9):
        z, c = 0j, complex(x / 10, y / 6)
        for i in range(20):
            z = z * z + c
            if abs(z) > 2:
                break
        row += " .:-=+*#%@"[i // 2] if i < 19 else "@"
    print(row.rstrip())
