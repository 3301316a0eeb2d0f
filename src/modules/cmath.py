# cmath: the part that programs use, over math.

from math import (atan2 as _atan2, cos as _cos, cosh as _cosh, e, exp as _exp, hypot as _hypot, inf, isfinite as _isfinite,
                  isinf as _isinf, isnan as _isnan, log as _log, nan, pi, sin as _sin, sinh as _sinh, sqrt as _sqrt, tau)

infj = complex(0.0, inf)
nanj = complex(0.0, nan)


def phase(z, /):
    z = complex(z)
    return _atan2(z.imag, z.real)


def polar(z, /):
    z = complex(z)
    return _hypot(z.real, z.imag), phase(z)


def rect(r, phi, /):
    return complex(r * _cos(phi), r * _sin(phi))


def exp(z, /):
    z = complex(z)
    return rect(_exp(z.real), z.imag)


def log(z, base=None, /):
    r, phi = polar(z)
    value = complex(_log(r), phi)
    return value if base is None else value / log(base)


def log10(z, /):
    return log(z) / _log(10)


def sqrt(z, /):
    z = complex(z)
    if z == 0:
        return complex(0.0, z.imag)
    size = _hypot(z.real, z.imag)
    root = _sqrt((size + abs(z.real)) / 2)
    other = abs(z.imag) / (2 * root)
    if z.real >= 0:
        return complex(root, other if z.imag >= 0 else -other)
    return complex(other, root if z.imag >= 0 else -root)


def cos(z, /):
    z = complex(z)
    return complex(_cos(z.real) * _cosh(z.imag), -_sin(z.real) * _sinh(z.imag))


def sin(z, /):
    z = complex(z)
    return complex(_sin(z.real) * _cosh(z.imag), _cos(z.real) * _sinh(z.imag))


def tan(z, /):
    return sin(z) / cos(z)


def isnan(z, /):
    z = complex(z)
    return _isnan(z.real) or _isnan(z.imag)


def isinf(z, /):
    z = complex(z)
    return _isinf(z.real) or _isinf(z.imag)


def isfinite(z, /):
    z = complex(z)
    return _isfinite(z.real) and _isfinite(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol
