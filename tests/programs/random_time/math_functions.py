"""math: rounding, roots, logarithms, trigonometry, integers, special values."""
import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.floor(7), math.modf(-2.75), math.frexp(10.0), math.ldexp(0.5, 4))
print(math.sqrt(2), math.isqrt(10**20 + 1), math.hypot(3, 4), math.dist((0, 0), (1, 1)), math.pow(2, 0.5))
print(math.exp(1), math.expm1(1e-10), math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(1e-10), math.log(10**400))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0), math.atan(1), math.atan2(-1, -1), math.degrees(math.pi), math.radians(180))
print(math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5))
print(math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.gcd(12, 18, 27), math.lcm(4, 6), math.gcd(), math.prod([1, 2, 3, 4]), math.prod([]))
print(math.fabs(-1), math.copysign(1, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.fsum([0.1] * 10), math.nextafter(1, 2), math.ulp(1.0))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(0, 1e-10, abs_tol=1e-9))
print(math.gamma(5), math.lgamma(10), math.erf(0.5), math.erfc(0.5), math.sumprod([1, 2], [3, 4]), math.fma(2.0, 3.0, 1.0))
for test in (lambda: math.factorial(-1), lambda: math.sqrt("x"), lambda: math.exp(1000), lambda: math.isqrt(-1), lambda: math.factorial(1.5), lambda: math.floor(math.inf), lambda: math.floor(math.nan), lambda: math.gcd(1.5), lambda: math.comb(-1, 2)):
    try:
        print(test())
    except (ValueError, TypeError, OverflowError) as problem:
        print(type(problem).__name__, problem)
