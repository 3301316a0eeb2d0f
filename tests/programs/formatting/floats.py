"""Format specifications for floats."""
values = (0.0, 1.5, -2.25, 3.14159265, 1234567.891, 1e-7, 1e22, 123456789012.0, float("inf"), float("nan"), -0.0)
for spec in ("", "f", ".2f", ".0f", "e", ".3e", "E", "g", ".3g", "G", "n", "%", ".1%", "8.3f", "<10.1f", "+.2f", " .2f", "010.2f", ",.2f", "_.1f", "#.0f", "#g", ".10g", "z.0f", "*^12.2f", "=+10.1f", ".17g"):
    print(f"{spec!r:9}", *(f"{v:{spec}}" for v in values), sep=" | ")
for spec in ("d", "x", "s", "c", ".f", "_,f"):
    try:
        print(f"{1.5:{spec}}")
    except ValueError as problem:
        print(spec, problem)
print(f"{1e15} {1e16} {123456789.123456789} {0.1 + 0.2} {1 / 3:.5} {2.0} {1e100}")
print(f"{0.5:.0f} {1.5:.0f} {2.5:.0f} {0.125:.2f} {0.375:.2f} {1.005:.2f} {9.995:.2f} {99999.5:.0f} {999999.5:g} {1234.5:.2g}")
print(f"{1 + 2j} {1.5j:.2f} {complex(1, -1):g} {3 - 4j!r:>10}")
