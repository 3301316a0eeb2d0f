"""The % operator on strings."""
print("%s %r %a %d %i %u" % ("s", "r", "ä", 1, 2.9, 3))
print("%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%c|%c" % (42, 42, 42, 42, 42, 255, 255, 255, 8, 8, 65, "z"))
print("%f %.2f %8.3f %-8.1f| %+.1f %e %E %g %G %.3g %#.0f %010.2f" % (1.5, 2.345, 3.14159, 2.5, 1.0, 12345.678, 0.00012, 1e-5, 1e20, 1234.5, 3.0, -5.5))
print("%10s|%-10s|%.2s|%10.3s|%5s%%" % ("right", "left", "cut", "abcdef", 50))
print("%(a)s and %(b)05.1f %(a)r" % {"a": "x", "b": 2.25, "unused": 0})
print("%*d|%-*d|%.*f" % (6, 42, 6, 42, 2, 3.14159))
print("%s" % [1, 2], "%s" % ((1, 2),), "%s %s" % (None, {"k": 1}), "no args" % (), "%s" % "tuple", "%d" % True)
print("%d" % 10**25, "%x" % 2**70, "%.1f" % 10**15, "%s" % 1e16, "%5.1f%%" % 99.55, "%-5s|" % None)
for test in (
    lambda: "%d" % "x",
    lambda: "%s %s" % ("a",),
    lambda: "%s" % ("a", "b"),
    lambda: "%z" % 1,
    lambda: "%(a)s" % 5,
    lambda: "%(a)s" % {},
    lambda: "%" % 1,
    lambda: "%c" % -1,
    lambda: "%x" % 1.5,
    lambda: "%*d" % ("a", 1),
    lambda: "%f" % "1",
    lambda: "%d" % float("inf"),
    lambda: "abc" % [1],
    lambda: "%(a" % {"a": 1},
    lambda: "%d" % None,
):
    try:
        print(test())
    except (TypeError, ValueError, KeyError, OverflowError) as problem:
        print(type(problem).__name__, problem)
