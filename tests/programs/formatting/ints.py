"""Format specifications for integers."""
for spec in ("", "d", "5", "<5", ">5", "^5", "=5", "05", "+", "-", " ", "+05d", "x", "X", "#x", "#010x", "b", "#b", "o", "#o", "c", ",", "_", "_b", "_x", ",d", "*^9", "*<9,", "0=+8", "e", ".2f", "%", "g", "n", "z.1f", "012,", "<05"):
    try:
        print(f"{spec!r:10} {65:{spec}}|{-12345:{spec}}|" if "c" not in spec else f"{spec!r:10} {65:{spec}}|")
    except (ValueError, OverflowError) as problem:
        print(f"{spec!r:10} {problem}")
for spec in (".2d", "s", ",x", "5.", "<<<5", "y", "=+d5", ",c", "+c", "#c", "10_000"):
    try:
        print(f"{spec!r:10} {65:{spec}}|")
    except ValueError as problem:
        print(f"{spec!r:10} {problem}")
print(f"{10**25:,} {10**25:_} {-(10**7):,.1f} {10**25:e} {2**64:x} {2**64:#o}")
print(format(True), f"{True:d} {True:5} {True} {False!s:>7}", format(255, "x"), format(3), (5).__format__("03"))
