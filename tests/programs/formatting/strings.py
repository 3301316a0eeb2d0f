"""Format specifications for strings and other objects."""
for spec in ("", "s", "10", "<10", ">10", "^10", "*^10", ".2", "10.2", "_<8.3s", "^^5", "08", "<08"):
    print(f"{spec!r:10} [{'hello':{spec}}] [{'':{spec}}] [{'ñandú':{spec}}]")
for value, spec in (("a", "d"), ("a", "=5"), ("a", "+"), ("a", ","), ("a", "#"), ("a", " "), ([1], "5"), (None, ">5"), ({}, "s"), (object, "3"), ("a", "5x"), ("a", ".x")):
    try:
        print(format(value, spec))
    except (ValueError, TypeError) as problem:
        print(type(problem).__name__, problem)
print(f"{[1]!s:>6}|{None!s:^8}|{(1, 'a')!r:12}|{'é'!a:10}|")
print("{:>{w}}|{:{f}<{w}}|{:{}}".format("a", "b", "c", 4, w=5, f="."))
